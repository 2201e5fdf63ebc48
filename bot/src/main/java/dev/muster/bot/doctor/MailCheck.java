package dev.muster.bot.doctor;

import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import dev.muster.commands.mail.MailException;
import dev.muster.commands.mail.Mailer;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whether the mail server lets us in; sends nothing.
 *
 * @param unheard the routes that tell people by mail though none can be sent
 */
public record MailCheck(Mailer mailer, Supplier<List<String>> unheard) implements Check {

  @Override
  public String about() {
    return "Mail";
  }

  @Override
  public List<Finding> look() {
    return List.of(mailer.isSetUp() ? tried() : missing());
  }

  private Finding missing() {
    var routes = unheard.get();
    return routes.isEmpty()
        ? Finding.unused(about(), "SMTP_URL is not set, and no route tells anybody by mail.")
        : Finding.failed(
            about(),
            "SMTP_URL is not set, though these routes tell people by mail: %s."
                .formatted(String.join(", ", routes)),
            "Set SMTP_URL and start Muster again, or take the mail out of their notify.");
  }

  private Finding tried() {
    try {
      mailer.check();
    } catch (MailException refused) {
      return Finding.failed(
          about(), "Now " + refused.getMessage() + ".", "Mend the mail server, or SMTP_URL.");
    }
    return mailer
        .lastFailure()
        .map(last ->
            Finding.warning(
                about(),
                "The mail server lets Muster in, but the last mail did not go out: "
                    + last.getMessage()
                    + ".",
                "Mail that waits is tried again by itself. See that the address is right."))
        .orElseGet(() -> Finding.fine(about(), "The mail server lets Muster in."));
  }
}
