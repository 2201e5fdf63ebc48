package dev.muster.bot.endtoend;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A team that calls Muster by tokens: Nina may do everything and leaves, Kim makes tokens and may
 * do nothing else, Max is a responder who makes tokens.
 */
record TokenTeam(MusterApi api, Path home) {

  static final String START_TOKEN = "the-token-of-the-start";

  private static final Path SAMPLE = Path.of("../runbooks/samples/learnhub");
  private static final Pattern TOKEN = Pattern.compile("mst_[a-z0-9]{10}_[A-Za-z0-9]{40}");
  private static final String PEOPLE =
      """
      people:
        kim: {name: Kim, email: kim@learnhub.example, roles: [token-maker]}
        max: {name: Max, email: max@learnhub.example, roles: [responder, token-maker]}
      roles:
        token-maker: ["token:edit"]
      """;
  private static final String NINA =
      "people:\n  nina: {name: Nina, email: nina@learnhub.example, roles: [admin]}\n";

  static TokenTeam start(Musters musters, String database, Path home) throws IOException {
    Files.createDirectories(home.resolve("conf.d"));
    for (var file : new String[] {"muster.yaml", "holidays-ke.ics"}) {
      Files.copy(SAMPLE.resolve(file), home.resolve(file));
    }
    Files.writeString(home.resolve("conf.d/people.yaml"), PEOPLE);
    Files.writeString(home.resolve("conf.d/nina.yaml"), NINA);
    var environment =
        Map.of(
            "DATABASE_URL",
            database,
            "MUSTER_HOME",
            home.toString(),
            "MUSTER_API_TOKEN",
            START_TOKEN,
            "BIND",
            "127.0.0.1");
    return new TokenTeam(MusterApi.of(musters.start(environment)), home);
  }

  void ninaLeaves() throws IOException {
    Files.delete(home.resolve("conf.d/nina.yaml"));
  }

  /** Makes a token in somebody's name and reads it off the reply. */
  String make(String person, String words) {
    var reply = told(command(START_TOKEN, person, "/muster token create " + words));
    var token = TOKEN.matcher(reply.getString("text"));
    if (!token.find()) {
      throw new AssertionError(reply.encode());
    }
    return token.group();
  }

  /** As the token's owner where {@code as} is empty. */
  HttpResponse<String> command(String token, String as, String text) {
    var body = new JsonObject().put("text", text);
    if (!as.isEmpty()) {
      body.put("as", as);
    }
    var headers = new LinkedHashMap<>(bearer(token));
    headers.put("Content-Type", "application/json");
    return api.call("POST", "/api/v1/commands", headers, body.encode());
  }

  HttpResponse<String> get(String token, String path) {
    return api.call("GET", path, bearer(token), "");
  }

  static JsonObject told(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + ": " + answer.body());
    }
    return MusterApi.only(new JsonObject(answer.body()).getJsonArray("replies"));
  }

  static String detail(HttpResponse<String> answer) {
    return new JsonObject(answer.body()).getString("detail");
  }

  static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }
}
