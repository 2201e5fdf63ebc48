package dev.muster.bot;

import static dev.muster.bot.TestSite.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.token.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The document tells of every address that programs may use. */
class OpenApiTest {

  private static final Pattern REFERENCE = Pattern.compile("\"#/components/schemas/(\\w+)\"");

  private final TestSite site = TestSite.demo();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void every_operation_is_described() {
    var paths = document().getJsonObject("paths");

    assertThat(paths.fieldNames())
        .contains(
            "/v1/alerts/{source}",
            "/api/v1/incidents",
            "/api/v1/incidents/{id}",
            "/api/v1/alerts",
            "/api/v1/deliveries/{id}/body",
            "/api/v1/oncall",
            "/api/v1/schedules/{id}/shifts",
            "/api/v1/commands",
            "/api/openapi.json",
            "/health/ready",
            "/metrics");
    var undescribed = new ArrayList<String>();
    for (var path : paths) {
      for (var operation : (JsonObject) path.getValue()) {
        var summary = ((JsonObject) operation.getValue()).getString("summary");
        if (summary.contains(path.getKey())) {
          undescribed.add(summary);
        }
      }
    }
    assertThat(undescribed).as("give each a line in Operation").isEmpty();
  }

  @Test
  void whatever_it_refers_to_is_in_it() {
    var document = document();
    var known = document.getJsonObject("components").getJsonObject("schemas").fieldNames();

    var referred = new ArrayList<String>();
    var found = REFERENCE.matcher(document.encode());
    while (found.find()) {
      referred.add(found.group(1));
    }

    assertThat(referred).isNotEmpty().isSubsetOf(known);
  }

  @Test
  void every_operation_says_who_is_let_in() {
    var document = document();
    var schemes = document.getJsonObject("components").getJsonObject("securitySchemes");

    assertThat(ways(document, "/api/v1/incidents", "get"))
        .isEqualTo(new JsonArray("[{\"token\": [\"read\"]}]"));
    assertThat(ways(document, "/api/v1/commands", "post"))
        .isEqualTo(new JsonArray("[{\"token\": [\"command\"]}]"));
    assertThat(ways(document, "/v1/alerts/{source}", "post")).hasSize(3);
    assertThat(ways(document, "/health", "get")).isEmpty();
    assertThat(schemes.fieldNames())
        .containsExactly("token", "key", "keyAsPassword", "keyInAddress");
    for (var scope : Scope.values()) {
      assertThat(schemes.getJsonObject("token").getString("description")).contains(scope.word());
    }
  }

  private static JsonArray ways(JsonObject document, String path, String method) {
    return document
        .getJsonObject("paths")
        .getJsonObject(path)
        .getJsonObject(method)
        .getJsonArray("security");
  }

  @Test
  void every_word_of_an_error_is_described() {
    var reply =
        document().getJsonObject("components").getJsonObject("schemas").getJsonObject("Reply");
    var about = reply.getJsonObject("properties").getJsonObject("error").getString("description");

    assertThat(Reply.Error.values())
        .allSatisfy(error -> assertThat(about).containsPattern("\\b" + error.word() + "\\b"));
  }

  @Test
  void filters_that_are_described_are_read() {
    var refusing =
        Map.of(
            "/api/v1/incidents?status=x", "status",
            "/api/v1/incidents?since=x", "since",
            "/api/v1/alerts?status=x", "status",
            "/api/v1/alerts?since=x", "since",
            "/api/v1/deliveries?state=x", "state",
            "/api/v1/alerts?limit=x", "limit",
            "/api/v1/oncall?schedule=primary&at=x", "at",
            "/api/v1/schedules/primary/shifts?from=x", "from",
            "/api/v1/schedules/primary/shifts?to=x", "to");

    refusing.forEach((path, filter) -> {
      assertThat(site.get(path, PROGRAM).detail()).startsWith(filter);
      assertThat(filters(path)).contains(filter);
    });
  }

  private List<String> filters(String asked) {
    var path = asked.replaceFirst("\\?.*", "").replace("/primary/", "/{id}/");
    return document()
        .getJsonObject("paths")
        .getJsonObject(path)
        .getJsonObject("get")
        .getJsonArray("parameters")
        .stream()
        .map(parameter -> ((JsonObject) parameter).getString("name"))
        .toList();
  }

  private JsonObject document() {
    var answer = site.get("/api/openapi.json", PROGRAM);
    assertThat(answer.status()).isEqualTo(200);
    return new JsonObject(answer.body());
  }
}
