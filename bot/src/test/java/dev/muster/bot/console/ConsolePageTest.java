package dev.muster.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.chat.Browserless;
import dev.muster.bot.chat.ChatServer;
import dev.muster.commands.alert.CanonicalSeverity;
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
        .contains("Nothing is open.", "No alert has come in yet.", "every webhook that came in");
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
    assertThat(devops.get("/incidents?q=redis").body()).contains("None. Fewer words find more");
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
                      Browserless.as("devops", closed).get(path).headers().firstValue("Location"))
                  .hasValue("/login"));
    }
  }
}
