package dev.muster.integrations.slack.fake.delivery;

import dev.muster.integrations.slack.fake.model.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Signed requests to the app's request URL. */
public final class HttpDelivery implements Delivery, AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI url;
  private final String secret;
  private final InstantSource clock;
  private final Duration patience;

  public HttpDelivery(URI url, String secret, InstantSource clock, Duration patience) {
    this.url = url;
    this.secret = secret;
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public Ack attempt(Parcel parcel, Optional<Retry> retry) {
    var request = signed(typeOf(parcel), bodyOf(parcel));
    retry.ifPresent(it -> {
      request.header("X-Slack-Retry-Num", Integer.toString(it.number()));
      request.header("X-Slack-Retry-Reason", it.reason());
    });
    return send(request);
  }

  /** Slack's question when a request URL is entered; the answer must have the challenge in it. */
  public boolean isVerified() {
    var challenge = "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P";
    var body = Json.object().put("type", "url_verification").put("challenge", challenge);
    var ack = send(signed("application/json", body.put("token", "verification").toString()));
    return ack.taken() && ack.body().contains(challenge);
  }

  private HttpRequest.Builder signed(String type, String body) {
    var now = clock.instant().getEpochSecond();
    return HttpRequest.newBuilder(url)
        .timeout(patience)
        .header("Content-Type", type)
        .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
        .header("X-Slack-Request-Timestamp", Long.toString(now))
        .header("X-Slack-Signature", Signer.sign(secret, now, body))
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private Ack send(HttpRequest.Builder request) {
    var begin = System.nanoTime();
    try {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      var fine = answer.statusCode() == 200;
      var after = Duration.ofNanos(System.nanoTime() - begin);
      return new Ack(fine, answer.statusCode(), said(answer), 1, after);
    } catch (HttpTimeoutException e) {
      return Ack.none(0, 1);
    } catch (IOException e) {
      return Ack.none(-1, 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Ack.none(-1, 1);
    }
  }

  /** Without the type of JSON, Slack takes whatever it is for plain words. */
  private static String said(HttpResponse<String> answer) {
    var type = answer.headers().firstValue("Content-Type").orElse("");
    return answer.body().isBlank() || type.startsWith("application/json")
        ? answer.body()
        : Json.object().put("text", answer.body()).toString();
  }

  private static String typeOf(Parcel parcel) {
    return parcel.sort() == Parcel.Sort.EVENT
        ? "application/json"
        : "application/x-www-form-urlencoded";
  }

  private static String bodyOf(Parcel parcel) {
    return switch (parcel.sort()) {
      case EVENT -> parcel.payload().toString();
      case INTERACTION -> "payload=" + encode(parcel.payload().toString());
      case COMMAND -> form(parcel.payload());
    };
  }

  private static String form(ObjectNode members) {
    return members.properties().stream()
        .map(it -> it.getKey() + "=" + encode(it.getValue().asString()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
