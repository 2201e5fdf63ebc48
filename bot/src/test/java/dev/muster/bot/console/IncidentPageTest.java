package dev.muster.bot.console;

import static dev.muster.bot.console.TestConsole.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Route;
import dev.muster.commands.deadline.Targets;
import dev.muster.commands.incident.IncidentId;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.testing.TestRunbook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An incident, its timeline, and what is done to it there. */
class IncidentPageTest {

  private static final Definition LOOK =
      new Definition(TestRunbook.named("look-closer").runbook(), "look-closer.yaml", "", "h");

  @AutoClose private final TestConsole console = new TestConsole();

  @Test
  void an_incident_has_its_fields_timeline_alerts_and_the_buttons_of_its_post() {
    console.open(CanonicalSeverity.CRITICAL, "database_down");
    console.archive().fire("database_down", CanonicalSeverity.CRITICAL, NOON, new IncidentId(1042));
    var form = Map.of("channel", "incidents", "command", "/incident ack 1042");
    var before = console.devops().get("/incidents/1042").body();

    console.devops().inPage().post("/chat/run", form);
    var after = console.devops().get("/incidents/1042").body();

    assertThat(before)
        .contains("<strong>TRIGGERED</strong>", "nobody has it", "value=\"/incident ack #1042\"")
        .doesNotContain("/incident show", "href=\"javascript:");
    assertThat(after)
        .contains("<strong>ACKNOWLEDGED</strong>", "DevOps Engineer has it", "/alerts/")
        .contains("<span class=\"kind\">acknowledged</span>")
        .doesNotContain("value=\"/incident ack #1042\"");
  }

  @Test
  void runbooks_that_fit_lead_to_their_plans_while_it_burns() {
    console.open(CanonicalSeverity.CRITICAL, "database_down");
    console.archive().runs.definitions.put("h", LOOK);
    var before = console.devops().get("/incidents/1042").body();
    console.say("/incident resolve 1042 confirm");

    assertThat(before)
        .contains("A runbook that fits", "Test look-closer")
        .contains("value=\"/runbook plan look-closer for:#1042\"");
    assertThat(console.devops().get("/incidents/1042").body()).doesNotContain("look-closer");
  }

  @Test
  void runbooks_that_the_route_leaves_out_are_left_out_here_too() {
    console.open(CanonicalSeverity.CRITICAL, "database_down");
    console.archive().runs.definitions.put("h", LOOK);
    var incidents = console.incidents();
    incidents.change(incidents.find(new IncidentId(1042)).orElseThrow().by("down"));
    console.archive().runs.routes.add(routeThatLets("other"));
    var without = console.devops().get("/incidents/1042").body();
    console.archive().runs.routes.set(0, routeThatLets("look-closer"));
    var with = console.devops().get("/incidents/1042").body();

    assertThat(without).doesNotContain("look-closer");
    assertThat(with).contains("value=\"/runbook plan look-closer for:#1042\"");
  }

  @Test
  void an_incident_says_what_is_known_of_it_and_what_is_overdue() {
    console.open(CanonicalSeverity.CRITICAL, "database_down");
    console.say(
        "/incident edit 1042 started:12m affected-users:1,612 root-cause:\"Pool exhausted\"");
    console.say("/incident role 1042 commander devops");
    console.say("/incident update 1042 \"Replica takes over\" next:30m");

    assertThat(console.devops().get("/incidents/1042").body())
        .contains("<dt dir=\"auto\">Affected users</dt><dd dir=\"auto\">1,612</dd>")
        .contains("<h3 class=\"finding\">Root cause</h3>", "Pool exhausted")
        .contains("Incident commander</dt><dd dir=\"auto\">DevOps Engineer", "Next update</dt>")
        .contains("href=\"/incidents/1042/edit\"", "Post an update", "Replica takes over")
        .doesNotContain("overdue");
  }

  @Test
  void a_long_timeline_goes_on_page_by_page() {
    console.open(CanonicalSeverity.CRITICAL, "database_down");
    for (var i = 1; i <= 35; i++) {
      console.say("/incident note 1042 note number " + i + ".");
    }

    assertThat(console.devops().get("/incidents/1042").body())
        .contains("note number 35.", "note number 6.", "?before=30#timeline")
        .doesNotContain("note number 5.");
    assertThat(console.devops().get("/incidents/1042?before=30").body())
        .contains("note number 5.", "note number 1.", "Newest")
        .doesNotContain("note number 6.");
  }

  @Test
  void who_may_only_look_gets_no_buttons_and_no_forms() {
    console.open(CanonicalSeverity.CRITICAL, "database_down");
    var cto = console.as("cto");

    assertThat(cto.get("/incidents/1042").body())
        .contains("You can look, not act. It needs role responder. ")
        .containsPattern("It needs role responder\\. (On call now: |Ask )[A-Z]")
        .doesNotContain("/incident ack", "Post an update", "/incidents/1042/edit");
    assertThat(cto.get("/incidents/1042/edit").statusCode()).isEqualTo(403);
    assertThat(cto.post("/incidents/1042/note", Map.of("text", "x")).statusCode()).isEqualTo(403);
    assertThat(console.devops().get("/incidents/1042").body()).contains("Nothing is written yet.");
  }

  @Test
  void what_went_into_another_leads_there_and_back() {
    console.open(CanonicalSeverity.CRITICAL, "database_down");
    console.open(CanonicalSeverity.HIGH, "slow");
    console.say("/incident merge 1043 into 1042");

    assertThat(console.devops().get("/incidents/1043").body())
        .contains("Goes on as</dt><dd dir=\"auto\"><a href=\"/incidents/1042\"")
        .doesNotContain("/incidents/1043/edit");
    assertThat(console.devops().get("/incidents/1042").body())
        .contains("Took in</dt><dd dir=\"auto\"><a href=\"/incidents/1043\"");
  }

  @Test
  void a_button_leads_back_to_its_page_where_no_script_runs() {
    console.open(CanonicalSeverity.CRITICAL, "database_down");
    var form =
        Map.of("channel", "incidents", "command", "/incident ack 1042", "next", "/incidents/1042");

    assertThat(console.devops().post("/chat/run", form).body())
        .contains("href=\"/incidents/1042\">Back to the page");
  }

  private static Route routeThatLets(String runbook) {
    return new Route(
        "down",
        List.of(),
        Optional.empty(),
        Optional.of("incidents"),
        List.of(),
        Route.DEFAULT_REOPEN_WITHIN,
        Map.of(),
        Targets.NONE,
        List.of(),
        Optional.empty(),
        Optional.of(Set.of(runbook)));
  }
}
