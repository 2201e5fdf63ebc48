package dev.muster.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.chat.Browserless;
import dev.muster.bot.chat.ChatServer;
import dev.muster.bot.health.Trouble;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.asking.Stamps;
import dev.muster.commands.incident.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsolePageTest {

  private static final Instant NOON = Instant.parse("2026-11-21T09:00:00Z");
  private static final String HOSTILE = "<img src=x onerror=alert(1)> \"'& {{ me }}";

  private ChatServer server;
  private Browserless devops;

  @BeforeEach
  void start() {
    server = new ChatServer(InstantSource.fixed(NOON), true, 0);
    devops = Browserless.as("devops", server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void open(CanonicalSeverity level, String title) {
    server.incidents.open(level, title, "Primary does not answer.", "learnhub-db");
  }

  @Test
  void the_overview_says_what_burns_who_is_on_call_and_what_could_not_be_read() {
    open(CanonicalSeverity.HIGH, "slow");
    open(CanonicalSeverity.CRITICAL, "database_down");
    server.archive.fire("slow", CanonicalSeverity.HIGH, NOON, new IncidentId(1042));
    server.archive.unreadable("{", "line 1, column 2: the body ends here", NOON);

    var page = devops.get("/").body();

    assertThat(page)
        .contains("2 incidents open: 1 critical, 1 high · nobody has them")
        .contains("href=\"/incidents/1043\"", "<strong>nobody</strong>")
        .contains(">primary</th>", "Next", "Backend Engineer")
        .contains("line 1, column 2: the body ends here");
    assertThat(page.indexOf("database_down")).isLessThan(page.indexOf("</span> slow"));
  }

  @Test
  void an_empty_overview_is_calm_and_says_what_to_do_first() {
    assertThat(devops.get("/").body())
        .contains("Nothing is open.", "No alert has come in yet.", "every webhook that came in")
        .contains("curl http", "/v1/alerts/alertmanager");
  }

  @Test
  void the_overview_says_when_muster_itself_is_behind() {
    server.archive.backlog = new ConsoleServices.Backlog(12, Duration.ofMinutes(3));

    assertThat(devops.get("/").body())
        .contains("It is behind:", "12 posts, mails or reminders wait", "the oldest for 3 min")
        .doesNotContain("It is well");
  }

  @Test
  void the_overview_says_what_somebody_has_to_mend_about_muster_itself() {
    server.archive.troubles =
        List.of(
            new Trouble("The files are broken.", List.of("muster.yaml:3:1: <b>"), "Mend them."));

    assertThat(devops.get("/").body())
        .contains("The files are broken.</strong> Mend them.")
        .contains("<code>muster.yaml:3:1: &lt;b&gt;</code>")
        .doesNotContain("It is well");
  }

  @Test
  void an_incident_has_its_fields_timeline_alerts_and_the_buttons_of_its_post() {
    open(CanonicalSeverity.CRITICAL, "database_down");
    server.archive.fire("database_down", CanonicalSeverity.CRITICAL, NOON, new IncidentId(1042));
    var form = Map.of("channel", "incidents", "command", "/incident ack 1042");
    var before = devops.get("/incidents/1042").body();

    devops.inPage().post("/chat/run", form);
    var after = devops.get("/incidents/1042").body();

    assertThat(before)
        .contains("<strong>TRIGGERED</strong>", "nobody has it", "value=\"/incident ack 1042\"")
        .doesNotContain("/incident show", "href=\"javascript:");
    assertThat(after)
        .contains("<strong>ACKNOWLEDGED</strong>", "DevOps Engineer has it", "/alerts/")
        .contains("<span class=\"kind\">acknowledged</span>")
        .doesNotContain("value=\"/incident ack 1042\"");
  }

  @Test
  void an_incident_says_what_is_known_of_it_and_what_is_overdue() {
    open(CanonicalSeverity.CRITICAL, "database_down");
    say("/incident edit 1042 started:12m affected-users:1,612 root-cause:\"Pool exhausted\"");
    say("/incident role 1042 commander devops");
    say("/incident update 1042 \"Replica takes over\" next:30m");

    assertThat(devops.get("/incidents/1042").body())
        .contains("<dt dir=\"auto\">Affected users</dt><dd dir=\"auto\">1,612</dd>")
        .contains("<h3 class=\"finding\">Root cause</h3>", "Pool exhausted")
        .contains("Incident commander</dt><dd dir=\"auto\">DevOps Engineer", "Next update</dt>")
        .contains("href=\"/incidents/1042/edit\"", "Post an update", "Replica takes over")
        .doesNotContain("overdue");
  }

  @Test
  void a_form_sends_only_what_was_changed_and_gives_back_what_cannot_be_read() {
    open(CanonicalSeverity.CRITICAL, "database_down");
    var bad = Map.of("title", "Primary is down", "affected-users", "many", "seen.title", "");

    var refused = devops.post("/incidents/1042/edit", bad).body();
    var saved =
        devops.post("/incidents/1042/edit", Map.of("title", "Primary is down", "severity", "high"));

    assertThat(refused)
        .contains("value=\"Primary is down\"", "value=\"many\"", "is no whole number, such as 612");
    assertThat(saved.headers().firstValue("Location")).hasValue("/incidents/1042");
    assertThat(devops.get("/incidents/1042").body())
        .contains("Title: Primary is down (was database_down)", "Severity high (was critical)");
  }

  @Test
  void who_edits_what_another_has_changed_meanwhile_sees_both() {
    open(CanonicalSeverity.CRITICAL, "database_down");
    var seen = Stamps.of("");
    say("/incident edit 1042 root-cause:\"Slow query\"");
    var form = Map.of("root-cause", "Disk is full", "seen.root-cause", seen, "etr", "30m");

    assertThat(devops.post("/incidents/1042/edit", form).body())
        .contains("Somebody changed this meanwhile", "Disk is full</textarea>", "Slow query</p>");
    assertThat(devops.get("/incidents/1042").body()).contains("Slow query").doesNotContain("Disk");
  }

  @Test
  void an_empty_note_or_update_is_asked_for() {
    open(CanonicalSeverity.CRITICAL, "database_down");

    assertThat(devops.post("/incidents/1042/note", Map.of("text", " ")).body())
        .contains("<details id=\"say-note\" open>", "Nothing is written yet.");
    assertThat(
            devops.post("/incidents/1042/update", Map.of("text", "It burns", "etr", "soon")).body())
        .contains("It burns</textarea>", "I can&#39;t read the time");
  }

  @Test
  void a_long_timeline_goes_on_page_by_page() {
    open(CanonicalSeverity.CRITICAL, "database_down");
    for (var i = 1; i <= 35; i++) {
      say("/incident note 1042 note number " + i + ".");
    }

    assertThat(devops.get("/incidents/1042").body())
        .contains("note number 35.", "note number 6.", "?before=30#timeline")
        .doesNotContain("note number 5.");
    assertThat(devops.get("/incidents/1042?before=30").body())
        .contains("note number 5.", "note number 1.", "Newest")
        .doesNotContain("note number 6.");
  }

  @Test
  void who_may_only_look_gets_no_buttons_and_no_forms() {
    open(CanonicalSeverity.CRITICAL, "database_down");
    var cto = Browserless.as("cto", server);

    assertThat(cto.get("/incidents/1042").body())
        .contains("You can look, not act. It needs role responder. ")
        .containsPattern("It needs role responder\\. (On call now: |Ask )[A-Z]")
        .doesNotContain("/incident ack", "Post an update", "/incidents/1042/edit");
    assertThat(cto.get("/incidents/1042/edit").statusCode()).isEqualTo(403);
    assertThat(cto.post("/incidents/1042/note", Map.of("text", "x")).statusCode()).isEqualTo(403);
    assertThat(devops.get("/incidents/1042").body()).contains("Nothing is written yet.");
  }

  @Test
  void what_went_into_another_leads_there_and_back() {
    open(CanonicalSeverity.CRITICAL, "database_down");
    open(CanonicalSeverity.HIGH, "slow");
    say("/incident merge 1043 into 1042");

    assertThat(devops.get("/incidents/1043").body())
        .contains("Goes on as</dt><dd dir=\"auto\"><a href=\"/incidents/1042\"")
        .doesNotContain("/incidents/1043/edit");
    assertThat(devops.get("/incidents/1042").body())
        .contains("Took in</dt><dd dir=\"auto\"><a href=\"/incidents/1043\"");
  }

  private void say(String command) {
    devops.inPage().post("/chat/run", Map.of("channel", "incidents", "command", command));
  }

  @Test
  void a_button_leads_back_to_its_page_where_no_script_runs() {
    open(CanonicalSeverity.CRITICAL, "database_down");
    var form =
        Map.of("channel", "incidents", "command", "/incident ack 1042", "next", "/incidents/1042");

    assertThat(devops.post("/chat/run", form).body())
        .contains("href=\"/incidents/1042\">Back to the page");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "/a b"})
  void nothing_leads_to_another_site(String next) {
    var form = Map.of("person", "devops", "next", next);

    assertThat(devops.post("/chat/who", form).headers().firstValue("Location")).hasValue("/chat");
  }

  @Test
  void who_picks_a_person_gets_the_page_that_was_asked_for() {
    var asked = Browserless.stranger(server).get("/alerts?status=firing").body();
    var form = Map.of("person", "devops", "next", "/alerts?status=firing");

    assertThat(asked).contains("Who are you?", "value=\"/alerts?status=firing\"");
    assertThat(devops.post("/chat/who", form).headers().firstValue("Location"))
        .hasValue("/alerts?status=firing");
  }

  @Test
  void what_others_wrote_is_text_wherever_it_stands() {
    server.incidents.open(CanonicalSeverity.LOW, HOSTILE, HOSTILE, HOSTILE);
    var alert = server.archive.fire(HOSTILE, CanonicalSeverity.LOW, NOON, new IncidentId(1042));
    var id = server.archive.unreadable(HOSTILE, "line 1, column 3: " + HOSTILE, NOON);

    var paths =
        List.of(
            "/",
            "/incidents",
            "/incidents/1042",
            "/alerts",
            "/alerts/" + alert.ref(),
            "/deliveries",
            "/deliveries/" + id,
            "/incidents?q=%3Cimg%20src%3Dx%3E");
    assertThat(paths)
        .allSatisfy(path -> {
          var page = devops.get(path).body();
          assertThat(page).contains("&lt;").doesNotContain("<img src=x", "javascript:x\"");
          assertThat(page).doesNotContain("<style", " style=", "onclick=");
          assertThat(Pattern.compile("<script(?![^>]* src=)").matcher(page).find()).isFalse();
        });
  }

  @Test
  void a_webhook_shows_its_body_with_the_place_of_the_fault() {
    var id = server.archive.unreadable("{\n \"a\": x}", "line 2, column 7: no value", NOON);

    assertThat(devops.get("/deliveries/" + id).body())
        .contains("UNREADABLE", "line 2, column 7: no value")
        .contains("data-line=\"2\"><span> &quot;a&quot;: <mark>⟵ here</mark>x}</span>");
  }

  @Test
  void lists_go_on_with_the_filter_that_they_have() {
    for (var i = 0; i < 51; i++) {
      var at = NOON.minus(Duration.ofMinutes(51 - i));
      server.archive.fire("alert " + i, CanonicalSeverity.HIGH, at, new IncidentId(1042));
    }

    var first = devops.get("/alerts?status=firing").body();
    var second = devops.get("/alerts?status=firing&after=50").body();

    assertThat(first).contains("alert 50", "href=\"/alerts?status=firing&amp;after=50\"");
    assertThat(second).contains("alert 0<", "Newest").doesNotContain("Older");
    assertThat(devops.get("/alerts?status=resolved").body()).contains("Nothing here fits");
  }

  @Test
  void a_filter_or_place_that_does_not_exist_is_refused_with_what_does() {
    var filter = devops.get("/alerts?status=burning");

    assertThat(filter.statusCode()).isEqualTo(400);
    assertThat(filter.body()).contains("status is one of firing, resolved", "“burning”");
    assertThat(devops.get("/deliveries?after=zzz").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/incidents/9", "/incidents/x", "/alerts/1-1", "/alerts/x", "/deliveries/x"})
  void what_is_not_there_is_said_with_a_way_out(String path) {
    var answer = devops.get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no", "See all");
  }

  @Test
  void the_search_opens_a_number_and_lists_titles() {
    open(CanonicalSeverity.HIGH, "database_down");

    assertThat(devops.get("/incidents?q=%231042").headers().firstValue("Location"))
        .hasValue("/incidents/1042");
    assertThat(devops.get("/incidents?q=data").body()).contains("/incidents/1042");
    assertThat(devops.get("/incidents?q=redis").body())
        .contains("No incident and no alert. Fewer words find more");
  }

  @Test
  void the_search_lists_alerts_too() {
    open(CanonicalSeverity.HIGH, "shop is slow");
    var alert =
        server.archive.fire("redis_down", CanonicalSeverity.HIGH, NOON, new IncidentId(1042));

    var found = devops.get("/incidents?q=redis").body();

    assertThat(found)
        .contains("Alerts with “redis” in the title", "/alerts/" + alert.ref(), "#1042")
        .doesNotContain("Incidents with");
  }

  @Test
  void nobody_sees_what_a_role_does_not_show() {
    var cto = Browserless.as("cto", server);
    open(CanonicalSeverity.HIGH, "database_down");
    server.archive.fire("secret alert", CanonicalSeverity.HIGH, NOON, new IncidentId(1042));

    assertThat(List.of("/alerts", "/alerts/1-1", "/deliveries", "/deliveries/x"))
        .allSatisfy(path -> {
          assertThat(cto.get(path).statusCode()).isEqualTo(403);
          assertThat(cto.get(path).body()).contains("It needs role responder.");
        });
    assertThat(cto.get("/").body())
        .contains("database_down")
        .doesNotContain("secret alert", "On call</h2>");
    assertThat(cto.get("/incidents/1042").body()).contains("database_down");
  }

  @Test
  void nothing_is_shown_to_strangers_outside_the_demo() {
    try (var closed = new ChatServer(InstantSource.system(), false, 0)) {
      assertThat(List.of("/", "/incidents", "/incidents/1", "/alerts", "/deliveries"))
          .allSatisfy(path ->
              assertThat(
                      Browserless.as("devops", closed)
                          .get(path)
                          .headers()
                          .firstValue("Location")
                          .orElseThrow())
                  .startsWith("/login"));
    }
  }
}
