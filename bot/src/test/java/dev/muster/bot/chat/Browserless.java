package dev.muster.bot.chat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody who visits the chat without a browser, but sends the headers that one would. */
public record Browserless(String address, Map<String, String> headers) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  public static Browserless stranger(ChatServer server) {
    return new Browserless(server.address(), Map.of("Origin", server.address()));
  }

  public static Browserless as(String person, ChatServer server) {
    return stranger(server).with("Cookie", "muster-as=" + person);
  }

  public Browserless with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Browserless(address, more);
  }

  /** As the page's own script asks. */
  public Browserless inPage() {
    return with("HX-Request", "true");
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  public HttpResponse<String> post(String path, Map<String, String> form) {
    var body =
        form.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Lines as they come, of an answer that does not end. */
  HttpResponse<Stream<String>> listen(String path) throws Exception {
    return CLIENT
        .sendAsync(request(path).GET().build(), BodyHandlers.ofLines())
        .get(10, TimeUnit.SECONDS);
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(address + path));
    headers.forEach(request::header);
    return request;
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
