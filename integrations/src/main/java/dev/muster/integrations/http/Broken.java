package dev.muster.integrations.http;

import dev.muster.runbooks.kind.Outcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** A request without an answer, in words. */
record Broken(Asked asked, Duration time) {

  /**
   * @param sent whether it may have arrived
   */
  Outcome outcome(IOException e, boolean sent) throws InterruptedException {
    if (Thread.interrupted() && !sent) {
      throw new InterruptedException("before anything was sent");
    }
    var failed = failed(e);
    return sent && !asked.reads()
        ? new Outcome.Unclear(
            failed.code(), failed.words() + " It was sent: whether it was done is not known.")
        : failed;
  }

  private Outcome.Failed failed(IOException e) {
    var host = asked.url().host();
    return switch (e) {
      case Reach.ForbiddenException forbidden ->
          new Outcome.Failed("forbidden-address", forbidden.getMessage() + ".");
      case UnknownHostException _ ->
          new Outcome.Failed(
              "unknown-host", "There is no host %s. Check the url and the DNS.".formatted(host));
      case SSLException tls -> new Outcome.Failed("tls", tls(host, tls));
      case ConnectException _ -> unreachable("nothing listens there");
      case NoRouteToHostException _ -> unreachable("no way leads there");
      case InterruptedIOException _ ->
          new Outcome.Failed(
              "timeout",
              "%s did not answer in full within %s."
                  .formatted(Asked.shown(asked.url()), shown(time)));
      default ->
          new Outcome.Failed(
              "connection-lost",
              "%s broke off the connection: %s."
                  .formatted(Asked.shown(asked.url()), e.getClass().getSimpleName()));
    };
  }

  private Outcome.Failed unreachable(String why) {
    var url = asked.url();
    return new Outcome.Failed(
        "unreachable",
        "%s:%d cannot be reached: %s. Does it run?".formatted(url.host(), url.port(), why));
  }

  private static String tls(String host, SSLException e) {
    var said = String.valueOf(e.getMessage());
    var why =
        said.contains("PKIX") || said.contains("trust")
            ? "its certificate is of nobody that is trusted here"
            : said.contains("not verified")
                ? "its certificate is for another name"
                : "the connection cannot be encrypted (%s)".formatted(first(said));
    return "%s cannot be trusted: %s. Nothing was sent.".formatted(host, why);
  }

  private static String first(String text) {
    var line = text.lines().findFirst().orElse("");
    return cut(line, 120);
  }

  /** It shows that it was cut: what is left of a secret is covered then. */
  static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }

  private static String shown(Duration time) {
    return time.toMillis() < 1000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
  }
}
