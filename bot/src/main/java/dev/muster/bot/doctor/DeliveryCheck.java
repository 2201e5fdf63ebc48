package dev.muster.bot.doctor;

import dev.muster.bot.health.WatchedChat;
import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import java.util.List;

/** Whether a chat took what was said there lately. */
public record DeliveryCheck(WatchedChat chat) implements Check {

  @Override
  public String about() {
    return "Messages to " + chat.platform();
  }

  @Override
  public List<Finding> look() {
    var failures = chat.failures();
    return failures.isEmpty()
        ? List.of(Finding.fine(about(), "None was refused lately."))
        : failures.stream()
            .map(it ->
                Finding.failed(
                    about(),
                    "The last one to %s did not go out: %s.".formatted(it.place(), it.reason()),
                    "Mend that: what waits is tried again every minute for about a day, and what is"
                        + " older is lost. Other checks here may say more, such as Slack scopes."))
            .toList();
  }
}
