package dev.muster.commands.runbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Buttons;
import dev.muster.commands.testing.Screen;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which incident a run belongs to, and what it is given by it. */
class RunForIncidentTest {

  private static final String MEND =
      """
      apiVersion: muster/v1
      runbook: mend
      title: Mend it
      reviewed: 2026-11-01
      on:
        alert: {match: {alertname: database_down}, inputs: {instance: "${{ alert.labels.instance }}"}}
      inputs:
        instance: {type: string}
      steps:
        - {id: mend, uses: change}
      """;

  private final Office office = new Office(Written.LOOK, Written.RESTART);

  @Test
  void a_run_knows_the_incident_in_whose_thread_it_was_started() {
    office.sayInThread(Office.OPS, "/runbook run slow-queries");
    assertThat(office.run(1).origin().place().orElseThrow().incident()).isEqualTo(Optional.of(42L));
  }

  @Test
  void a_run_for_an_incident_is_given_what_its_trigger_takes_from_the_alert() {
    office.knows(MEND);
    var shown = office.say(Office.OPS, "/runbook run mend for:#42");
    assertThat(Screen.wide(shown.message())).contains("db-1");
    office.say(Office.OPS, Buttons.command(shown, "Run"));

    var origin = office.run(1).origin();
    assertThat(origin.inputs()).containsEntry("instance", "db-1");
    assertThat(origin.place().orElseThrow().incident()).isEqualTo(Optional.of(42L));
    assertThat(origin.place().orElseThrow().channel()).isEqualTo("incidents");
  }

  @Test
  void what_is_typed_stands_before_what_the_alert_says_and_a_plan_leads_on_to_the_run() {
    office.knows(MEND);
    var plan = office.say(Office.OPS, "/runbook plan mend instance=db-2 for:42");

    assertThat(Buttons.command(plan, "Run…")).isEqualTo("/runbook run mend for:#42 instance:db-2");
  }

  @Test
  void what_is_to_be_typed_names_the_incident_too() {
    assertThat(Screen.wide(office.say(Office.OPS, "/runbook run restart-api for:#42").message()))
        .endsWith("Nothing was done. Write `/runbook run restart-api replicas=… for:#42`\n");
  }

  @Test
  void an_incident_that_is_not_there_is_said() {
    assertThat(office.say(Office.OPS, "/runbook run slow-queries for:43").message().fallback())
        .isEqualTo(
            "There is no incident #43. Nothing was done. Write one that there is behind for:, or"
                + " leave that out.");
    assertThat(office.say(Office.OPS, "/runbook run slow-queries for:all").message().fallback())
        .contains("\"all\" is no incident's number");
    assertThat(office.board().live(1)).isEmpty();
  }

  @Test
  void a_run_for_an_incident_that_went_into_another_belongs_to_that_one_and_says_so() {
    office.knows(MEND);
    var shown = office.say(Office.OPS, "/runbook run mend for:#41");
    assertThat(Screen.wide(shown.message()))
        .contains("⚠ #41 goes on as #42: the run belongs there.");

    var begun = office.say(Office.OPS, Buttons.command(shown, "Run"));

    assertThat(begun.message().fallback())
        .startsWith("⚠ #41 goes on as #42: the run belongs there. Run 1 of Mend it");
    assertThat(Screen.wide(begun.message()))
        .contains("⚠ #41 goes on as #42: the run belongs there.\n");
    var origin = office.run(1).origin();
    assertThat(origin.inputs()).containsEntry("instance", "db-1");
    assertThat(origin.place().orElseThrow().incident()).isEqualTo(Optional.of(42L));
    assertThat(origin.context().toString()).contains("number=42");
  }

  @Test
  void it_belongs_there_also_when_it_is_asked_for_in_the_old_thread() {
    var begun = office.sayInThread(41, Office.OPS, "/runbook run slow-queries");

    assertThat(begun.message().fallback()).startsWith("⚠ #41 goes on as #42");
    assertThat(office.run(1).origin().place().orElseThrow().incident()).isEqualTo(Optional.of(42L));
  }

  @Test
  void that_an_incident_is_over_is_said_and_forbids_nothing() {
    office.incidents().isResolved();

    var plan = office.say(Office.OPS, "/runbook plan restart-api replicas=2 for:42");
    var shown = office.say(Office.OPS, "/runbook run restart-api replicas=2 for:41");
    var begun = office.say(Office.OPS, Buttons.command(shown, "Run"));

    var over = "⚠ #42 is resolved. Is it back? Write /incident reopen 42";
    assertThat(Screen.wide(plan.message())).contains(over + "\n");
    assertThat(Screen.wide(shown.message()))
        .contains("⚠ #41 goes on as #42: the run belongs there.\n" + over + "\n");
    assertThat(Screen.wide(begun.message())).contains(over + "\n");
    assertThat(office.run(1).origin().place().orElseThrow().incident()).isEqualTo(Optional.of(42L));
  }

  @Test
  void of_an_open_incident_nothing_is_said() {
    var begun = office.say(Office.OPS, "/runbook run slow-queries for:42");

    assertThat(begun.message().fallback()).isEqualTo("Run 1 of Look at slow queries: begins.");
  }

  @Test
  void another_run_of_an_incident_that_went_into_another_is_named_by_where_it_goes_on() {
    office.incidents().isMerged(false);
    var first = office.say(Office.OPS, "/runbook run restart-api replicas=2 for:41");
    office.say(Office.OPS, Buttons.command(first, "Run"));
    office.incidents().isMerged(true);

    var second = office.say(Office.OPS, "/runbook run restart-api replicas=2 for:42");

    assertThat(Screen.wide(second.message())).contains("by Olga Ops for #42).");
  }
}
