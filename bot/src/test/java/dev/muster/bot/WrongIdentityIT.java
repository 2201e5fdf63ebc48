package dev.muster.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.Addresses.Attempt;
import dev.muster.bot.Strangers.Identity;
import dev.muster.bot.endtoend.Sql;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.TestPostgres;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every address, command and button is tried with every wrong identity, and nothing gets through.
 * The addresses are the router's own, the commands those of the table: a new one without a row here
 * fails. Prints what was answered.
 */
class WrongIdentityIT {

  private static final String TEAM =
      """
      apiVersion: muster/v1
      name: Wrong identities
      timezone: Africa/Nairobi
      people:
        devops: {name: DevOps Engineer, email: devops@example.org, roles: [everything]}
        guest: {name: Guest, email: guest@example.org}
      roles: {everything: ["*"]}
      schedules:
        primary: {layers: [{rotation: [devops], every: 1 week, start: 2024-12-02T00:00}]}
      channels: {incidents: {}}
      integrations:
        prometheus:
          source: alertmanager
          key: ["${env:NEW:-right-key}", {secret: "${env:OLD:-old-key}", until: 2020-01-01T00:00}]
        pager: {source: pagerduty-events-v2, key: "${env:PAGER:-pager-key}"}
      routes: [{incident: {channel: incidents}}]
      """;

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "MUSTER_HOME", "team",
          "MUSTER_URL", "https://muster.example",
          "MUSTER_API_TOKEN", Strangers.API_TOKEN,
          "MUSTER_PROXY_HEADER", Strangers.PROXY_HEADER,
          "MUSTER_PROXY_ADDRESSES", "10.9.8.0/24");

  /** Stands in everything that nobody here may read. */
  private static final String SECRET = "hush-hush";

  /** Stands in the chat, which everybody who is logged in reads. */
  private static final String SAID = "said-in-the-chat";

  /** Whatever these do, everybody may. */
  private static final Set<String> FOR_EVERYBODY = Set.of("can", "help", "version");

  private static final Map<String, String> BROWSER =
      Map.of(
          "Sec-Fetch-Site", "same-origin",
          "HX-Request", "true",
          "Content-Type", "application/x-www-form-urlencoded");

  private static final Pattern BUTTON = Pattern.compile("name=\"command\" value=\"([^\"]+)\"");
  private static final Pattern SESSION = Pattern.compile("muster-(session|as)=[^;]");

  private final String database = TestPostgres.newMusterDatabase();
  private final Sql sql = new Sql(database);
  private final TestSite site = TestSite.of(TEAM, ENVIRONMENT, DatabaseAddress.parse(database));
  private final Strangers strangers = new Strangers(site.database());
  private final List<String> table = new ArrayList<>();
  private final List<String> through = new ArrayList<>();
  private final Map<String, String> there = new HashMap<>();

  @BeforeEach
  void something_is_there_that_nobody_may_see() {
    var alert =
        """
        {"version": "4", "status": "firing", "groupKey": "g", "alerts": [{"status": "firing",
          "labels": {"alertname": "hush-hush"}, "startsAt": "2026-11-21T05:20:00Z"}]}
        """;
    var taken = site.post("/v1/alerts/alertmanager", bearer(Strangers.SENDER_KEY), alert);
    assertThat(taken.status()).isEqualTo(202);
    assertThat(as(strangers.devops(), "/chat/send", "text", SAID).status()).isEqualTo(200);
    there.put("/incidents", "/incidents/1");
    there.put("/deliveries", "/deliveries/" + new JsonObject(taken.body()).getString("deliveryId"));
    there.put("/alerts", "/alerts/" + sql.one("select id from alert"));
    there.put("/runs", "/runs/1");
    there.put("/operations", "/operations/1");
    there.put("/chat/messages", "/chat/messages/" + sql.one("select id from chat_message"));
  }

  @AfterEach
  void show() {
    site.close();
    System.out.println("\nroute | identity | answer\n--- | --- | ---");
    table.forEach(System.out::println);
  }

  @Test
  void at_no_address() {
    var rows = new Addresses(strangers, there).rows();
    assertThat(rows.keySet())
        .as("what the router has; give a new address its row in Addresses")
        .containsExactlyInAnyOrderElementsOf(addresses());
    var before = kept();

    rows.keySet().stream()
        .sorted()
        .forEach(route -> rows.get(route).forEach(attempt -> attempt(route, attempt)));

    assertThat(through).isEmpty();
    assertThat(kept()).isEqualTo(before);
    assertThat(site.get("/metrics", Map.of()).body())
        .doesNotContain("muster_login_refused_total{reason=\"link-expired\"} 0.0")
        .doesNotContain("muster_login_refused_total{reason=\"link-used\"} 0.0")
        .doesNotContain("muster_login_refused_total{reason=\"session-expired\"} 0.0")
        .contains("muster_login_refused_total{reason=\"proxy-forged\"}");
    assertThat(audited())
        .contains("session-unknown", "session-expired", "person-gone", "proxy-forged");
  }

  @Test
  void with_no_command() {
    var commands = site.commands();
    assertThat(commands.stream().filter(it -> it.needs().isEmpty()).map(Command::name))
        .as("commands that need no right")
        .containsExactlyInAnyOrderElementsOf(FOR_EVERYBODY);
    var before = kept();

    for (var command : commands) {
      var typed = CommandTable.typed(command.name()) + " 1";
      strangers.onPages().stream().limit(5).forEach(who -> stranger(who, typed));
      if (command.needs().isPresent()) {
        guest(typed);
      }
    }

    assertThat(through).isEmpty();
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void with_no_button() {
    var devops = strangers.devops();
    var buttons = new TreeSet<>(buttons(devops));
    assertThat(as(devops, "/chat/run", "command", "/incident ack 1").status()).isEqualTo(200);
    buttons.addAll(buttons(devops));
    assertThat(buttons).hasSizeGreaterThan(2);
    var before = kept();

    for (var button : buttons) {
      stranger(Strangers.nobody(), button);
      guest(button);
    }

    assertThat(through).isEmpty();
    assertThat(kept()).isEqualTo(before);
  }

  /** What can be pressed on the page of the incident. */
  private List<String> buttons(Identity who) {
    var page = site.get(there.get("/incidents"), who.headers()).body();
    return BUTTON.matcher(page).results().map(found -> found.group(1)).toList();
  }

  /** Otherwise all of the above would be right of a server that refuses everybody. */
  @Test
  void but_the_right_person_gets_everything() {
    var devops = strangers.devops();

    assertThat(site.get("/chat", devops.headers()).body()).contains(SAID);
    for (var path : List.of("/", "/incidents", "/incidents/1", "/alerts", there.get("/alerts"))) {
      assertThat(site.get(path, devops.headers()).body()).as(path).contains(SECRET);
    }
    assertThat(site.get("/api/v1/incidents", bearer(Strangers.API_TOKEN)).body()).contains(SECRET);
    assertThat(as(devops, "/chat/run", "command", "/incident ack 1").body())
        .contains("DevOps Engineer");
    assertThat(sql.one("select status from incident")).isEqualTo("acknowledged");
  }

  private void attempt(String route, Attempt attempt) {
    var method = route.substring(0, route.indexOf(' '));
    var headers = attempt.who().headers();
    var answer =
        method.equals("GET")
            ? site.get(attempt.path(), headers)
            : site.post(attempt.path(), headers, attempt.body());
    if (method.equals("GET") && !route.matches("GET /(live|login/.*)")) {
      var head = site.ask(HttpMethod.HEAD, "127.0.0.1", attempt.path(), headers);
      check(
          "HEAD" + route.substring(3), attempt.who(), head, attempt.good().contains(head.status()));
    }
    var isRight =
        attempt.good().contains(answer.status()) && answer.body().contains(attempt.says());
    check(route, attempt.who(), answer, isRight);
  }

  private void stranger(Identity who, String command) {
    for (var door : Map.of("/chat/send", "text", "/chat/run", "command").entrySet()) {
      var answer = as(who, door.getKey(), door.getValue(), command);
      check("POST " + door.getKey() + " " + command, who, answer, answer.status() == 401);
    }
  }

  private void guest(String command) {
    var guest = strangers.guest();
    for (var door : Map.of("/chat/send", "text", "/chat/run", "command").entrySet()) {
      var answer = as(guest, door.getKey(), door.getValue(), command);
      var isDenied = answer.status() == 200 && answer.body().contains(Addresses.DENIED);
      check("POST " + door.getKey() + " " + command, guest, answer, isDenied);
    }
    var headers = new HashMap<>(bearer(Strangers.API_TOKEN));
    headers.put("Content-Type", "application/json");
    var body = new JsonObject().put("as", "guest").put("text", command).encode();
    var answer = site.post("/api/v1/commands", headers, body);
    var isDenied = answer.body().contains("\"error\":\"denied\"");
    check("POST /api/v1/commands " + command, guest, answer, isDenied);
  }

  private void check(String route, Identity who, TestSite.Answer answer, boolean isRight) {
    var line = route + " | " + who.name() + " | " + answer.status();
    table.add(line);
    var cookies = String.join(" ", answer.headers().getAll("Set-Cookie"));
    var isToldTooMuch =
        answer.body().contains(SECRET)
            || (!who.name().equals(Strangers.GUEST) && answer.body().contains(SAID));
    if (!isRight || isToldTooMuch || SESSION.matcher(cookies).find()) {
      through.add(line + ": " + answer.body());
    }
  }

  private TestSite.Answer as(Identity who, String path, String field, String text) {
    var form = "channel=incidents&thread=&" + field + "=" + encode(text);
    return site.post(path, who.with(BROWSER).headers(), form);
  }

  /** All that the router answers itself; HEAD goes with GET. */
  private Set<String> addresses() {
    var addresses = new TreeSet<String>();
    for (var route : site.routes()) {
      var methods = route.methods();
      if (methods != null) {
        methods.stream()
            .filter(method -> !method.equals(HttpMethod.HEAD))
            .forEach(method -> addresses.add(method + " " + route.getPath()));
      }
    }
    return addresses;
  }

  /** What is kept of alerts, incidents and chat. */
  private List<String> kept() {
    return sql.column(
        """
        select 'incidents ' || count(*) || ' ' || max(version) from incident
        union all select 'alerts ' || count(*) from alert
        union all select 'deliveries ' || count(*) from delivery
        union all select 'messages ' || count(*) from chat_message
        union all select 'timeline ' || count(*) from timeline_entry
        """);
  }

  private List<String> audited() {
    return sql.column("select distinct outcome from audit_entry where command = 'login-refused'");
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
