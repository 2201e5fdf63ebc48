package dev.muster.integrations.slack.doctor;

import dev.muster.commands.chat.ChatException.Outcome;
import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.slack.web.SlackException;
import java.util.List;

/**
 * Whether Slack would let us open a socket; opens none.
 * docs.slack.dev/reference/methods/apps.connections.open
 */
public record SlackTicketCheck(SlackApi api, String appToken) implements Check {

  @Override
  public String about() {
    return "Slack app token";
  }

  @Override
  public List<Finding> look() {
    try {
      var _ =
          api.call(
              "apps.connections.open",
              _ -> api.slack().methods(appToken).appsConnectionsOpen(request -> request));
      return List.of(Finding.fine(about(), "Slack lets Muster open a socket."));
    } catch (SlackException trouble) {
      return List.of(
          trouble.outcome() == Outcome.REFUSED
              ? refused(trouble.error())
              : Said.of(about(), api, trouble));
    }
  }

  private Finding refused(String error) {
    return Finding.failed(
        about(),
        "Slack gives Muster no socket (%s), so nothing that people do there arrives."
            .formatted(error),
        "Make an app-level token with the scope connections:write (api.slack.com/apps, Basic"
            + " Information), see that Socket Mode is on, give Muster the token as SLACK_APP_TOKEN"
            + " and start it again.");
  }

  /** Without the token. */
  @Override
  public String toString() {
    return about();
  }
}
