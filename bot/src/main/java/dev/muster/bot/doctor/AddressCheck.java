package dev.muster.bot.doctor;

import dev.muster.bot.health.AddressProof;
import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether MUSTER_URL leads to this very Muster, by a way on which nobody listens. */
public final class AddressCheck implements Check {

  static final String ABOUT = "MUSTER_URL";

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(4);
  private static final String EXAMPLE = "https://muster.example.com";

  private final Optional<String> url;
  private final Needs needs;
  private final Supplier<Optional<AddressProof>> proof;
  private final InstantSource clock;
  private final HttpClient.Builder clients;

  /**
   * @param proof what this Muster would answer; empty while the database cannot be asked
   */
  public AddressCheck(
      Optional<String> url,
      Needs needs,
      Supplier<Optional<AddressProof>> proof,
      InstantSource clock) {
    this(url, needs, proof, clock, HttpClient.newBuilder());
  }

  AddressCheck(
      Optional<String> url,
      Needs needs,
      Supplier<Optional<AddressProof>> proof,
      InstantSource clock,
      HttpClient.Builder clients) {
    this.url = url;
    this.needs = needs;
    this.proof = proof;
    this.clock = clock;
    this.clients = clients;
  }

  /**
   * Who comes by that address.
   *
   * @param isDemo whether nobody comes from elsewhere
   * @param isCalledBySlack whether Slack does, which speaks https only
   */
  public record Needs(boolean isDemo, boolean isCalledBySlack) {}

  @Override
  public String about() {
    return ABOUT;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    if (url.isEmpty()) {
      return List.of(missing());
    }
    var address = address(url.get());
    if (address.isEmpty()) {
      return List.of(
          Finding.failed(
              ABOUT, "It is no address of the web: " + url.get(), "Write one such as " + EXAMPLE));
    }
    var findings = new ArrayList<Finding>();
    if ("http".equals(address.get().getScheme()) && !needs.isDemo()) {
      findings.add(plain());
    }
    findings.addAll(ask(address.get()));
    return findings;
  }

  private Finding missing() {
    if (needs.isDemo()) {
      return Finding.unused(ABOUT, "It is not set, and the demo is for this machine alone.");
    }
    var what = "It is not set, so login links, mail and Slack do not say where Muster is.";
    var mend = "Set it to the address that people open, such as %s.".formatted(EXAMPLE);
    return needs.isCalledBySlack()
        ? Finding.failed(ABOUT, what, mend)
        : Finding.warning(ABOUT, what, mend);
  }

  private Finding plain() {
    var mend = "Put a proxy with a certificate before Muster, and write https:// in MUSTER_URL.";
    return needs.isCalledBySlack()
        ? Finding.failed(ABOUT, "Slack calls https addresses only.", mend)
        : Finding.warning(ABOUT, "It is http: logins and tokens can be read on their way.", mend);
  }

  private List<Finding> ask(URI address) throws InterruptedException {
    var challenge = challenge();
    // Before it is asked there: afterwards both know it, or neither.
    var expected = proof.get().flatMap(it -> it.answer(challenge));
    try (var client = clients.connectTimeout(CONNECT).build()) {
      var request =
          HttpRequest.newBuilder(address.resolve("health/live"))
              .timeout(ANSWER)
              .header(AddressProof.CHALLENGE, challenge)
              .build();
      var answer = client.send(request, BodyHandlers.ofInputStream());
      // Whatever answers may never end, and none of it is wanted.
      answer.body().close();
      var findings = new ArrayList<Finding>();
      findings.add(new AddressAnswer(address, answer).judge(expected, isLocal(address)));
      new Certificate(clock).finding(answer.sslSession()).ifPresent(findings::add);
      return findings;
    } catch (IOException unreached) {
      return List.of(new Unreached(address).because(unreached));
    }
  }

  private boolean isLocal(URI address) {
    try {
      return !needs.isDemo() && InetAddress.getByName(address.getHost()).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  private static Optional<URI> address(String text) {
    try {
      return Optional.of(URI.create(text.endsWith("/") ? text : text + "/"))
          .filter(it -> it.getHost() != null && String.valueOf(it.getScheme()).matches("https?"));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static String challenge() {
    var random = new byte[16];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
