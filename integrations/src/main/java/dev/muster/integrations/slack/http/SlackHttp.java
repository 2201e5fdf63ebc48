package dev.muster.integrations.slack.http;

import com.slack.api.bolt.response.Response;
import dev.muster.integrations.slack.inbound.SlackInbound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Slack brings to the request URL. Blocking and thread-safe. */
public final class SlackHttp {

  private static final String PLAIN = "text/plain; charset=utf-8";

  private final SlackInbound inbound;
  private final Signatures signatures;
  private final InstantSource clock;
  private volatile Optional<Instant> lastSigned = Optional.empty();
  private volatile Optional<Instant> lastForged = Optional.empty();

  public SlackHttp(SlackInbound inbound, String signingSecret, InstantSource clock) {
    this.inbound = inbound;
    this.signatures = new Signatures(signingSecret, clock);
    this.clock = clock;
  }

  /** An answer to Slack. */
  public record Answer(int status, String type, String body) {}

  /**
   * Nothing is read of what Slack has not signed within the last five minutes.
   *
   * @param headers by their names, as they came
   */
  public Answer take(String body, Map<String, List<String>> headers) {
    var timestamp = header(headers, "X-Slack-Request-Timestamp");
    var signature = header(headers, "X-Slack-Signature");
    if (!signatures.isSlacks(timestamp.orElse(""), signature.orElse(""), body)) {
      lastForged = signature.map(_ -> clock.instant()).or(() -> lastForged);
      return new Answer(
          401, PLAIN, "Slack did not sign this, or did so more than five minutes ago.");
    }
    lastSigned = Optional.of(clock.instant());
    try {
      return inbound.take(body, headers).map(SlackHttp::answer).orElseGet(SlackHttp::unreadable);
    } catch (RuntimeException broken) {
      return unreadable();
    }
  }

  /** When Slack called the last time since the start. */
  public Optional<Instant> lastSigned() {
    return lastSigned;
  }

  /** When the last one called whose signature was not right. */
  public Optional<Instant> lastForged() {
    return lastForged;
  }

  private static Answer unreadable() {
    return new Answer(400, PLAIN, "This is nothing that Slack says.");
  }

  private static Answer answer(Response response) {
    return new Answer(
        response.getStatusCode(),
        Optional.ofNullable(response.getContentType()).orElse(PLAIN),
        Optional.ofNullable(response.getBody()).orElse(""));
  }

  private static Optional<String> header(Map<String, List<String>> headers, String name) {
    return headers.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .flatMap(entry -> entry.getValue().stream())
        .findFirst();
  }
}
