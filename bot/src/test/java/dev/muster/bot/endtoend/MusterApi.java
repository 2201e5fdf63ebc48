package dev.muster.bot.endtoend;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Muster's front door, as programs come through it. Thread-safe. */
record MusterApi(URI url) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  static MusterApi of(MusterProcess muster) {
    return new MusterApi(muster.url());
  }

  /** One answer of the API, which must be a good one. */
  JsonObject get(String path) {
    return good(ask(path));
  }

  /** Every item of a list, page after page. */
  List<JsonObject> all(String list) {
    var items = new ArrayList<JsonObject>();
    var next = Optional.of("");
    while (next.isPresent()) {
      var page = get("/api/v1/" + list + "?limit=500" + next.get());
      page.getJsonArray(list).forEach(item -> items.add((JsonObject) item));
      next = Optional.ofNullable(page.getString("nextCursor")).map(cursor -> "&cursor=" + cursor);
    }
    return items;
  }

  /** What the command answers: its only reply. */
  JsonObject command(String person, String text) {
    var replies = good(tryCommand(person, text)).getJsonArray("replies");
    return only(replies);
  }

  HttpResponse<String> tryCommand(String person, String text) {
    return post("/api/v1/commands", new JsonObject().put("as", person).put("text", text).encode());
  }

  /** One webhook of an Alertmanager. */
  HttpResponse<String> alert(String body) {
    return post("/v1/alerts/alertmanager", body);
  }

  HttpResponse<String> ask(String path) {
    return send(HttpRequest.newBuilder(url.resolve(path)).GET());
  }

  HttpResponse<String> post(String path, String json) {
    return send(
        HttpRequest.newBuilder(url.resolve(path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer demo")
            .POST(BodyPublishers.ofString(json)));
  }

  /** Any call, with nothing but these headers; no body where it is empty. */
  HttpResponse<String> call(String method, String path, Map<String, String> headers, String body) {
    var request =
        HttpRequest.newBuilder(url.resolve(path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return send(request);
  }

  static JsonObject only(JsonArray array) {
    if (array.size() != 1) {
      throw new AssertionError("not one but " + array.encode());
    }
    return array.getJsonObject(0);
  }

  private static JsonObject good(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer + ": " + answer.body());
    }
    return new JsonObject(answer.body());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Unanswered(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unanswered(e);
    }
  }

  /** The connection broke, or there was none: nobody knows what became of the request. */
  static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unanswered(Exception cause) {
      super(cause);
    }
  }
}
