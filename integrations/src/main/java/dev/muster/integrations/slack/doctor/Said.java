package dev.muster.integrations.slack.doctor;

import dev.muster.commands.chat.ChatException.Outcome;
import dev.muster.commands.doctor.Finding;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.slack.web.SlackException;
import java.util.Locale;

/** Slack's refusals as findings. */
final class Said {

  private Said() {}

  /** What Slack refuses has to be mended. What it has trouble with may pass. */
  static Finding of(String about, SlackApi api, SlackException trouble) {
    var words = String.valueOf(trouble.getMessage());
    if (trouble.outcome() != Outcome.REFUSED) {
      return Finding.failed(
          about,
          sentence(words),
          "Ask again in a minute. If it stays so, look whether this machine reaches %s: DNS, firewall, proxy."
              .formatted(api.host()));
    }
    var parts = words.split(": ", 2);
    return Finding.failed(
        about,
        sentence(parts[0]),
        sentence(parts.length > 1 ? parts[1] : "Look it up at docs.slack.dev"));
  }

  /** Of one of several things, where Slack said nothing of the thing itself. */
  static Finding skipped(String about, SlackException trouble) {
    return trouble.error().equals("missing_scope")
        ? Finding.skipped(
            about, "The app lacks the scope to ask.", "Mend Slack scopes first, and look again.")
        : Finding.skipped(
            about,
            "Slack could not be asked: " + trouble.getMessage() + ".",
            "Look again in a minute.");
  }

  private static String sentence(String words) {
    var begin = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return begin.endsWith(".") ? begin : begin + ".";
  }
}
