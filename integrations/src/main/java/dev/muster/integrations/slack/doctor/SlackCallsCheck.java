package dev.muster.integrations.slack.doctor;

import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import dev.muster.commands.text.Words;
import dev.muster.integrations.slack.http.SlackHttp;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Whether Slack calls this Muster, and whether it is really Slack.
 *
 * @param url MUSTER_URL, if it is set; perhaps no address at all
 */
public record SlackCallsCheck(SlackHttp http, Optional<String> url, InstantSource clock)
    implements Check {

  private static final String SOMEWHERE = "MUSTER_URL/slack/events";
  private static final String SECRET =
      "copy it (api.slack.com/apps, Basic Information) into SLACK_SIGNING_SECRET and start Muster"
          + " again.";

  @Override
  public String about() {
    return "Slack requests";
  }

  @Override
  public List<Finding> look() {
    var forged = http.lastForged();
    return List.of(
        http.lastSigned()
            .map(signed ->
                forged
                    .filter(signed::isBefore)
                    .map(later -> doubtful(signed, later))
                    .orElseGet(() -> fine(signed)))
            .or(() -> forged.map(this::forged))
            .orElseGet(this::none));
  }

  private Finding fine(Instant signed) {
    return Finding.fine(about(), "The last one came " + ago(signed) + ".");
  }

  /** Anybody may send a wrong one, so that it proves nothing. */
  private Finding doubtful(Instant signed, Instant later) {
    return Finding.warning(
        about(),
        "The last one came %s with a signature that is not right; the last right one came %s."
            .formatted(ago(later), ago(signed)),
        "Type /muster help in Slack. If it answers, somebody else sent it, and all is well. If not,"
            + " the Signing Secret was changed: "
            + SECRET);
  }

  private Finding forged(Instant at) {
    return Finding.failed(
        about(),
        "The last one came %s with a signature that is not right, and none was right since the start."
            .formatted(ago(at)),
        "The Signing Secret is another one: " + SECRET);
  }

  private Finding none() {
    return Finding.warning(
        about(),
        "None has come to this Muster since it was started.",
        "Type /muster help in Slack. If nothing answers, see that the Request URL at"
            + " api.slack.com/apps is %s in all three places: slash commands, interactivity, events."
                .formatted(requestUrl()));
  }

  private String requestUrl() {
    try {
      return url.map(at -> URI.create(at).resolve("/slack/events").toString()).orElse(SOMEWHERE);
    } catch (IllegalArgumentException malformed) {
      return SOMEWHERE;
    }
  }

  private String ago(Instant at) {
    return Words.duration(Duration.between(at, clock.instant())) + " ago";
  }
}
