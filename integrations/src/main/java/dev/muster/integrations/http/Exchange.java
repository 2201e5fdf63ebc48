package dev.muster.integrations.http;

import dev.muster.runbooks.kind.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One request and its redirects, within one time for all of them. */
record Exchange(OkHttpClient client, Reach reach, Expected expected, long most) {

  private static final int REDIRECTS = 3;
  private static final int SHOWN = 200;

  /** Whether anything of the request has left. */
  private static final class Sent extends EventListener {
    private volatile boolean sent;

    @Override
    public void requestHeadersStart(Call call) {
      sent = true;
    }
  }

  /** The client would take {@code Retry-After: 0} for leave to send it again by itself. */
  static Response onceOnly(Interceptor.Chain chain) throws IOException {
    var response = chain.proceed(chain.request());
    return "0".equals(response.header("Retry-After"))
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }

  Outcome outcome(Asked first, Duration time) throws InterruptedException {
    var began = System.nanoTime();
    var asked = first;
    for (var i = 0; ; i++) {
      var left = time.minusNanos(System.nanoTime() - began);
      var sent = new Sent();
      try (var response = send(asked, left, sent)) {
        var next = asked.mayBeRedirected() ? target(response) : null;
        if (next == null) {
          return answered(asked, Answer.read(response, most), since(began));
        }
        var refusal = refusal(asked, next, i);
        if (refusal != null) {
          return refusal;
        }
        asked = asked.to(next);
      } catch (IOException e) {
        return new Broken(asked, time).outcome(e, sent.sent);
      }
    }
  }

  private Response send(Asked asked, Duration left, Sent sent) throws IOException {
    reach.checkLiteral(asked.url().host());
    var atLeast = Duration.ofMillis(1);
    return client
        .newBuilder()
        .dns(reach)
        .callTimeout(left.compareTo(atLeast) < 0 ? atLeast : left)
        .eventListener(sent)
        .build()
        .newCall(asked.request())
        .execute();
  }

  private static @Nullable HttpUrl target(Response response) {
    var location = response.header("Location");
    return switch (response.code()) {
      case 301, 302, 303, 307, 308 ->
          location == null ? null : response.request().url().resolve(location);
      default -> null;
    };
  }

  private static Outcome.@Nullable Failed refusal(Asked asked, HttpUrl next, int redirects) {
    if (redirects >= REDIRECTS) {
      return new Outcome.Failed(
          "redirects",
          "%s was redirected more than %d times, last to %s. Give the address where it ends."
              .formatted(asked.method(), REDIRECTS, Asked.shown(next)));
    }
    if (asked.url().isHttps() && !next.isHttps()) {
      return new Outcome.Failed(
          "redirects",
          "%s is redirected to %s, which is not encrypted. Give the right address."
              .formatted(Asked.shown(asked.url()), Asked.shown(next)));
    }
    return null;
  }

  private Outcome answered(Asked asked, Answer answer, Duration took) {
    var what = "%s %s".formatted(asked.method(), Asked.shown(asked.url()));
    if (!expected.has(answer.status())) {
      return unexpected(asked, answer, what);
    }
    if (answer.isCut() && asked.reads()) {
      return new Outcome.Failed(
          "too-large",
          "%s answers with more than %d bytes. Raise maxBytes, or ask for less."
              .formatted(what, most));
    }
    var words =
        String.format(
            Locale.ROOT,
            "%d in %.1f s%s",
            answer.status(),
            took.toMillis() / 1000.0,
            answer.isCut() ? ", its answer cut off" : "");
    return new Outcome.Done(answer.result(took), words);
  }

  private Outcome unexpected(Asked asked, Answer answer, String what) {
    var said = answer.text().strip().replaceAll("\\s+", " ");
    var words =
        "%s answered %d, not %s%s"
            .formatted(
                what,
                answer.status(),
                expected.shown(),
                said.isEmpty() ? "." : ": " + Broken.cut(said, SHOWN));
    return switch (answer.status()) {
      case 429 -> new Outcome.Failed("throttled", words);
      // A gateway gave up waiting; what it asked may have done it all the same.
      case 502, 504 ->
          asked.reads() ? new Outcome.Failed("5xx", words) : new Outcome.Unclear("5xx", words);
      default -> new Outcome.Failed(answer.status() / 100 + "xx", words);
    };
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
