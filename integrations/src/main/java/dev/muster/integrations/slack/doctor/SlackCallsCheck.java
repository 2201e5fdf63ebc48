package dev.muster.integrations.slack.doctor;

import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import dev.muster.commands.text.Words;
import dev.muster.integrations.slack.http.SlackHttp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Whether Slack calls this Muster, and whether it is really Slack.
 *
 * @param requestUrl where Slack is to call, if that is known
 */
public record SlackCallsCheck(SlackHttp http, Optional<String> requestUrl, InstantSource clock)
    implements Check {

  @Override
  public String about() {
    return "Slack requests";
  }

  @Override
  public List<Finding> look() {
    return List.of(
        http.lastSigned()
            .map(at -> Finding.fine(about(), "The last one came " + ago(at) + "."))
            .or(() -> http.lastForged().map(this::forged))
            .orElseGet(this::none));
  }

  private Finding forged(Instant at) {
    return Finding.failed(
        about(),
        "The last one came %s with a signature that is not right, and none was right since the start."
            .formatted(ago(at)),
        "Copy the Signing Secret (api.slack.com/apps, Basic Information) into SLACK_SIGNING_SECRET"
            + " and start Muster again.");
  }

  private Finding none() {
    return Finding.warning(
        about(),
        "None has come to this Muster since it was started.",
        "Type /muster help in Slack. If nothing answers, see that the Request URL at"
            + " api.slack.com/apps is %s in all three places: slash commands, interactivity, events."
                .formatted(requestUrl.orElse("MUSTER_URL/slack/events")));
  }

  private String ago(Instant at) {
    return Words.duration(Duration.between(at, clock.instant())) + " ago";
  }
}
