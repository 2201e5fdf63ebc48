package dev.muster.bot.endtoend;

import static dev.muster.bot.endtoend.TokenTeam.START_TOKEN;
import static dev.muster.bot.endtoend.TokenTeam.bearer;
import static dev.muster.bot.endtoend.TokenTeam.detail;
import static dev.muster.bot.endtoend.TokenTeam.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.TestPostgres;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tokens at the front door: every route of the API with every identity, and what is kept of it. */
class ApiTokenIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String LIST = "/api/v1/incidents";
  private static final String TABLES =
      """
      select relname from pg_class join pg_namespace n on n.oid = relnamespace
      where n.nspname = 'public' and relkind = 'r'
      """;

  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path home;

  private final String database = TestPostgres.newMusterDatabase();
  private final Sql sql = new Sql(database);

  private record Identity(String name, Map<String, String> headers, List<Integer> answers) {

    /** Reading first, then commands. */
    static Identity of(String name, String token, int reading, int commands) {
      return new Identity(name, bearer(token), List.of(reading, commands));
    }
  }

  @Test
  void nothing_gets_through_any_route_with_a_wrong_identity() throws IOException {
    var team = TokenTeam.start(musters, database, home);
    var identities = identities(team);
    var table = new ArrayList<String>();
    var wrong = new ArrayList<String>();
    for (var route : routes(team)) {
      for (var identity : identities) {
        var isCommand = route.startsWith("POST");
        var answer = knock(team, route, identity);
        var line = route + " | " + identity.name() + " | " + shown(answer);
        var expected = identity.answers().get(isCommand ? 1 : 0);
        table.add(line);
        // Who is let in may still be told that there is no such thing.
        if (answer.statusCode() != expected && !(expected == 200 && answer.statusCode() == 404)) {
          wrong.add(line + ", not " + expected);
        }
      }
    }
    System.out.println("route | identity | answer\n" + String.join("\n", table));

    assertThat(wrong).isEmpty();
    assertThat(table).hasSizeGreaterThan(100);
  }

  private List<Identity> identities(TokenTeam team) throws IOException {
    var read = team.make("max", "reader");
    var secret = read.substring(read.length() - 40);
    var expired = team.make("max", "old");
    sql.column("update api_token set expires_at = now() where name = 'old' returning id");
    var revoked = team.make("max", "gone");
    told(team.command(START_TOKEN, "max", "/muster token revoke gone confirm"));
    var left = team.make("nina", "nina scopes:read,command,impersonate");
    team.ninaLeaves();
    until(401, () -> team.get(left, LIST));
    return List.of(
        new Identity("no token", Map.of(), List.of(401, 401)),
        new Identity("basic", Map.of("Authorization", "Basic bWF4OmRlbW8="), List.of(401, 401)),
        Identity.of("a guess", "guess", 401, 401),
        Identity.of("the demo's key", "demo", 401, 401),
        Identity.of("an unknown token", "mst_aaaaaaaaaa_" + secret, 401, 401),
        Identity.of("another secret", read.replace(secret, "a".repeat(40)), 401, 401),
        Identity.of("cut off", read.substring(0, read.length() - 1), 401, 401),
        Identity.of("expired", expired, 401, 401),
        Identity.of("revoked", revoked, 401, 401),
        Identity.of("owner left", left, 401, 401),
        Identity.of("owner lacks the role", team.make("kim", "kim scopes:read,command"), 403, 200),
        Identity.of("scope read", read, 200, 403),
        Identity.of("scope command", team.make("max", "c scopes:command"), 403, 200),
        Identity.of("scopes read, command", team.make("max", "rc scopes:read,command"), 200, 200),
        Identity.of("MUSTER_API_TOKEN without as", START_TOKEN, 200, 400));
  }

  /** As the API describes itself, so that none is forgotten. */
  private static List<String> routes(TokenTeam team) {
    var routes = new ArrayList<String>();
    for (var path : team.api().get("/api/openapi.json").getJsonObject("paths")) {
      if (path.getKey().startsWith("/api/v1/")) {
        var methods = ((JsonObject) path.getValue()).fieldNames();
        methods.forEach(
            method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
      }
    }
    return routes;
  }

  private static HttpResponse<String> knock(TokenTeam team, String route, Identity identity) {
    var method = route.substring(0, route.indexOf(' '));
    var path = route.substring(route.indexOf(' ') + 1);
    var id = path.contains("schedules") ? "primary" : "1";
    var headers = new LinkedHashMap<>(identity.headers());
    headers.put("Content-Type", "application/json");
    var query = path.endsWith("/oncall") ? "?schedule=primary" : "";
    var body = method.equals("POST") ? "{\"text\": \"/incident list\"}" : "";
    return team.api().call(method, path.replace("{id}", id) + query, headers, body);
  }

  private static String shown(HttpResponse<String> answer) {
    var json = answer.body().startsWith("{") ? new JsonObject(answer.body()) : new JsonObject();
    var replies = json.getJsonArray("replies");
    var error = replies == null ? "" : replies.getJsonObject(0).getString("error", "");
    var detail = json.getString("detail", error);
    return (answer.statusCode() + " " + detail).strip();
  }

  @Test
  void a_token_goes_no_further_than_its_scopes_its_owner_and_whom_it_speaks_for()
      throws IOException {
    var team = TokenTeam.start(musters, database, home);
    var max = team.make("max", "max scopes:read,command");
    var asOthers = team.make("max", "as-others scopes:command,impersonate");
    var kim = team.make("kim", "kim scopes:read,command,impersonate");

    told(team.command(max, "", "/incident list"));
    told(team.command(asOthers, "devops", "/incident list"));
    assertThat(team.command(max, "devops", "/incident list"))
        .satisfies(refused -> {
          assertThat(refused.statusCode()).isEqualTo(403);
          assertThat(detail(refused)).contains("This token lacks the scope impersonate");
          assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
              .contains("insufficient_scope");
        });

    assertThat(told(team.command(kim, "", "/incident list")).getString("error"))
        .isEqualTo("denied");
    var beyondOwner = told(team.command(kim, "team-lead", "/incident list"));
    assertThat(beyondOwner.getString("error")).isEqualTo("denied");
    assertThat(beyondOwner.getString("text"))
        .startsWith("This token's owner, Kim, can't run /incident list.");
    var beyondPerson = told(team.command(asOthers, "kim", "/incident list"));
    assertThat(beyondPerson.getString("text")).startsWith("You can't run /incident list.");
    assertThat(detail(team.get(kim, LIST)))
        .contains("Kim may not do incident:view.", "It needs role admin or responder.");
    assertThat(told(team.command(max, "", "/muster token create more")).getString("text"))
        .startsWith("Tokens make no tokens");
    assertThat(detail(team.command(START_TOKEN, "", "/incident list")))
        .contains("MUSTER_API_TOKEN is nobody's", "\"as\": \"devops\"");

    assertThat(audited("incident list"))
        .containsExactly(
            "max " + id(max) + " of max done",
            "devops " + id(asOthers) + " of max done",
            "kim " + id(kim) + " of kim denied",
            "team-lead " + id(kim) + " of kim denied",
            "kim " + id(asOthers) + " of max denied");
    assertThat(audited("POST /api/v1/commands"))
        .containsExactly("max " + id(max) + " of max denied");
    assertThat(audited("token create")).contains("kim MUSTER_API_TOKEN done");
    assertThat(team.api().ask("/metrics").body())
        .contains(
            "\nmuster_api_refused_total{reason=\"scope\"} 1",
            "\nmuster_api_refused_total{reason=\"right\"} 1",
            "\nmuster_api_refused_total{reason=\"expired\"} 0");
  }

  @Test
  void refusals_are_audited_once_a_minute_and_counted_each_time() throws IOException {
    var team = TokenTeam.start(musters, database, home);
    var token = team.make("max", "reader");
    assertThat(team.get(token, LIST).statusCode()).isEqualTo(200);
    told(team.command(START_TOKEN, "max", "/muster token revoke reader confirm"));
    until(401, () -> team.get(token, LIST));

    for (var i = 0; i < 5; i++) {
      assertThat(team.get(token, LIST).statusCode()).isEqualTo(401);
      assertThat(team.api().ask(LIST).statusCode()).isEqualTo(401);
    }

    assertThat(audited("GET /api/v1/incidents"))
        .containsExactlyInAnyOrder("max " + id(token) + " of max denied", "nobody  denied");
    assertThat(sql.column("select detail from audit_entry where actor = 'nobody'"))
        .containsExactly("no-token, from 127.0.0.1");
    assertThat(team.api().ask("/metrics").body())
        .contains("\nmuster_api_refused_total{reason=\"no-token\"} 5");
    assertThat(sql.one("select last_used_at is not null from api_token")).isEqualTo("t");
  }

  @Test
  void the_secret_of_a_token_made_in_the_chat_is_kept_nowhere() {
    var muster = musters.start(Map.of("DATABASE_URL", database));
    var api = MusterApi.of(muster);

    var page = say(api, "/muster token create bot scopes:read,command");

    var at = page.indexOf("mst_");
    assertThat(at).as(page).isPositive();
    var token = page.substring(at, at + 55);
    var secret = token.substring(15);
    assertThat(sql.column("select name from api_token")).containsExactly("bot");
    assertThat(sql.column(TABLES))
        .hasSizeGreaterThan(10)
        .allSatisfy(name ->
            assertThat(
                    sql.one(
                        "select count(*) from %s it where it::text like '%%%s%%'"
                            .formatted(name, secret)))
                .as(name)
                .isEqualTo("0"));
    assertThat(muster.output()).doesNotContain(secret);
    assertThat(say(api, "/muster token list")).contains("bot").doesNotContain(secret);

    // Whoever shows a token in the demo is its owner there too.
    var headers = new LinkedHashMap<>(bearer(token));
    headers.put("Content-Type", "application/json");
    var own = api.call("POST", "/api/v1/commands", headers, "{\"text\": \"/muster can\"}");
    assertThat(told(own).getString("text")).startsWith("What Lead Engineer may do");
    headers.replace("Authorization", "Bearer " + token.replace(secret, "a".repeat(40)));
    assertThat(api.call("GET", LIST, headers, "").statusCode()).isEqualTo(401);
  }

  /** As Lead Engineer in the built-in chat of the demo. */
  private static String say(MusterApi api, String text) {
    var headers =
        Map.of(
            "Content-Type", "application/x-www-form-urlencoded",
            "Cookie", "muster-as=team-lead",
            "Sec-Fetch-Site", "same-origin",
            "HX-Request", "true");
    var form = "channel=incidents&text=" + text.replace(" ", "+").replace("/", "%2F");
    return api.call("POST", "/chat/send", headers, form).body();
  }

  private static void until(int status, Supplier<HttpResponse<String>> call) {
    await().atMost(PATIENCE).until(() -> call.get().statusCode() == status);
  }

  private List<String> audited(String command) {
    return sql.column(
        """
        select actor || ' ' || coalesce(via, '') || ' ' || outcome from audit_entry
        where command = '%s' order by at, id
        """
            .formatted(command));
  }

  private static String id(String token) {
    return token.substring(0, "mst_".length() + 10);
  }
}
