package dev.muster.integrations.http;

import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** {@code http}: one request. */
public final class HttpKind implements Kind {

  private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE");
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final long MOST_BYTES = 10L << 20;

  private final Supplier<Reach> reach;
  private final OkHttpClient client;

  /** Asks anew for each attempt where it may go: the configuration changes while Muster runs. */
  public HttpKind(Supplier<Reach> reach) {
    this(reach, new OkHttpClient());
  }

  /** With a client that trusts whom it should. */
  HttpKind(Supplier<Reach> reach, OkHttpClient trusting) {
    this.reach = reach;
    this.client =
        trusting
            .newBuilder()
            // A proxy would look names up by itself, and go where we may not.
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .followSslRedirects(false)
            // It would send again what may have arrived.
            .retryOnConnectionFailure(false)
            .addNetworkInterceptor(Exchange::onceOnly)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .connectTimeout(CONNECT)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .build();
  }

  @Override
  public String name() {
    return "http";
  }

  @Override
  public String about() {
    return "Sends one request and reads the answer; answers status, headers, body (JSON as what it"
        + " is, else text), duration and truncated. Private addresses only where the configuration"
        + " allows them; a GET follows three redirects at most.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.optional("method", Parameter.Type.TEXT, "POST.")
            .oneOf("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
            .otherwise("GET"),
        Parameter.needed("url", Parameter.Type.TEXT, "https://api.example.org/health."),
        Parameter.optional(
            "headers", Parameter.Type.MAP, "{Authorization: \"Bearer ${{ inputs.token }}\"}."),
        Parameter.optional(
            "json", Parameter.Type.ANYTHING, "What is sent as JSON: {enabled: true}."),
        Parameter.optional(
            "body", Parameter.Type.TEXT, "What is sent as text, instead of json: ping."),
        Parameter.optional(
                "expectStatus",
                Parameter.Type.ANYTHING,
                "Which statuses are right: 200, 2xx or 200-204,404.")
            .otherwise("2xx"),
        Parameter.optional("timeout", Parameter.Type.DURATION, "For all of it, redirects too: 5s.")
            .otherwise(Duration.ofSeconds(30)),
        Parameter.optional(
                "maxBytes",
                Parameter.Type.NUMBER,
                "How much of the answer is read, 10 MB at most: 4096.")
            .otherwise(128 * 1024L));
  }

  @Override
  public Set<String> codes() {
    return Set.of(
        "invalid",
        "forbidden-address",
        "unknown-host",
        "unreachable",
        "tls",
        "timeout",
        "connection-lost",
        "redirects",
        "too-large",
        "throttled",
        "1xx",
        "2xx",
        "3xx",
        "4xx",
        "5xx");
  }

  @Override
  public Effect effect(Arguments with) {
    return isOne(READING, with) ? Effect.READS : Effect.CHANGES;
  }

  @Override
  public boolean isIdempotent(Arguments with) {
    return isOne(IDEMPOTENT, with);
  }

  @Override
  public String describe(Arguments with) {
    return with.optionalText("method").orElse("…")
        + " "
        + with.optionalText("url").map(HttpKind::shown).orElse("…");
  }

  @Override
  public Outcome act(Attempt attempt) throws InterruptedException {
    var with = attempt.with();
    try {
      var asked = Asked.of(attempt);
      var expected = Expected.of(expectation(with));
      var time = min(with.duration("timeout"), attempt.timeout());
      var most = Math.clamp(with.number("maxBytes"), 1, MOST_BYTES);
      return new Exchange(client, reach.get(), expected, most).outcome(asked, time);
    } catch (IllegalArgumentException e) {
      return new Outcome.Failed("invalid", String.valueOf(e.getMessage()));
    }
  }

  private static Object expectation(Arguments with) {
    @Nullable Object written = with.values().get("expectStatus");
    return written == null ? "2xx" : written;
  }

  /** What is known only later stays what it was written as. */
  private static String shown(String url) {
    try {
      return Asked.shown(Asked.url(url)).replace("%E2%80%A6", "…");
    } catch (IllegalArgumentException unreadable) {
      return "…";
    }
  }

  private static boolean isOne(Set<String> methods, Arguments with) {
    return with.optionalText("method").filter(methods::contains).isPresent();
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
