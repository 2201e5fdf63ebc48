package dev.muster.integrations.slack.web;

import static java.util.Map.entry;

import dev.muster.commands.chat.ChatException.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sorts Slack's errors and says what to do about them. docs.slack.dev/reference/methods; what is in
 * no list is a refusal, for Slack says of its own troubles that they are its own.
 */
final class Errors {

  private static final Set<String> BUSY = Set.of("ratelimited", "rate_limited");

  /** Where they come with "ok": false, it may have been done all the same. */
  private static final Set<String> UNCLEAR =
      Set.of(
          "fatal_error",
          "internal_error",
          "request_timeout",
          "service_unavailable",
          "team_added_to_org");

  /** A post that another app made, before the token was changed, is as good as gone. */
  private static final Set<String> GONE =
      Set.of("message_not_found", "thread_not_found", "cant_update_message", "edit_window_closed");

  private static final String NEW_TOKEN =
      ": install the app again at api.slack.com/apps, give Muster the new SLACK_BOT_TOKEN and start"
          + " it again";

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          entry(
              "channel_not_found",
              "there is no such channel, or it is private and Muster is not in it: invite Muster"
                  + " there, or mend the channel's id in muster.yaml"),
          entry("not_in_channel", "Muster is not in the channel: say /invite @Muster there"),
          entry(
              "is_archived",
              "the channel is archived: unarchive it, or give another one in muster.yaml"),
          entry(
              "is_inactive",
              "the channel is archived: unarchive it, or give another one in muster.yaml"),
          entry("invalid_auth", "the token is not valid" + NEW_TOKEN),
          entry("not_authed", "the token is not valid" + NEW_TOKEN),
          entry("token_revoked", "the token was revoked" + NEW_TOKEN),
          entry("token_expired", "the token has expired" + NEW_TOKEN),
          entry("account_inactive", "the app was removed from the workspace" + NEW_TOKEN),
          entry(
              "restricted_action",
              "the workspace lets only some people write to that channel: let Muster do so, or give"
                  + " another one in muster.yaml"),
          entry("message_not_found", "the message is there no more"),
          entry("thread_not_found", "the thread is there no more"));

  private Errors() {}

  static SlackException of(String error, @Nullable String needed) {
    if (BUSY.contains(error)) {
      return SlackException.busy("Slack takes no more at the moment", Limits.UNSAID);
    }
    if (UNCLEAR.contains(error)) {
      return SlackException.failed(error, "Slack has trouble of its own (" + error + ")", null);
    }
    var outcome = GONE.contains(error) ? Outcome.GONE : Outcome.REFUSED;
    return new SlackException(outcome, error, said(error, needed), Duration.ZERO, null);
  }

  private static String said(String error, @Nullable String needed) {
    if (error.equals("missing_scope")) {
      return "the app lacks the scope %s: add it at api.slack.com/apps and install the app again"
          .formatted(Optional.ofNullable(needed).orElse("that this takes"));
    }
    var words = WORDS.get(error);
    return words == null
        ? "Slack refuses it (%s): docs.slack.dev says what that means".formatted(error)
        : words + " (" + error + ")";
  }
}
