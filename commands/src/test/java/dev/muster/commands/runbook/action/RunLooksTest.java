package dev.muster.commands.runbook.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.engine.port.RunLog;
import dev.muster.runbooks.run.RunId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How runs stand, and what their logs say. */
class RunLooksTest extends ActedOnRuns {

  @Test
  void the_log_says_when_and_at_which_step() throws InterruptedException {
    reply(Office.OPS, "/runbook run slow-queries");
    office.log.append(
        new RunId(1),
        List.of(
            new RunLog.Line(office.clock().instant(), RunLog.Source.OUTPUT, "steps.0", "one"),
            new RunLog.Line(office.clock().instant(), RunLog.Source.OUTPUT, "steps.0", "two")));
    office.advance(Duration.ofMinutes(3));
    office.log.append(
        new RunId(1),
        List.of(
            new RunLog.Line(
                office.clock().instant(),
                RunLog.Source.EVENT,
                "",
                "later, until 2026-03-02 10:30:00 UTC")));
    assertThat(Screen.wide(reply(Office.OPS, "/runbook log 1").message()))
        .containsPattern("10:00 · 1 Look · `(\\d+ [^`]*\n)*\\d+ one\n\\d+ two`\n")
        .containsPattern("\n10:03 · \\d+ later, until 10:30\n");
  }

  @Test
  void the_status_of_a_runbook_is_its_runs_and_a_slip_is_asked_about() throws InterruptedException {
    reply(Office.OPS, "/runbook run slow-queries");
    reply(Office.OPS, "/runbook run outage");
    assertThat(Screen.wide(reply(Office.OPS, "/runbook status outage").message()))
        .isEqualTo(
            """
            Runs of outage, the newest first
            Run 2 · Complete outage · waits for a yes or no: Is the status page up to date? · Olga Ops ›
            """);
    assertThat(say(Office.OPS, "/runbook status failover"))
        .isEqualTo("failover was never run. To run it: /runbook run failover");
    assertThat(say(Office.OPS, "/runbook status al")).contains("Did you mean all ?");
  }

  @Test
  void a_dry_run_says_what_it_would_ask() throws InterruptedException {
    reply(Office.OPS, "/runbook run outage dry:yes");
    assertThat(Screen.wide(reply(Office.OPS, "/runbook status 1").message()))
        .contains("up to date? · would ask: Is the status page up to date?")
        .contains("1 more · would ask: Tell support; Open a call");
  }

  @Test
  void the_log_says_what_people_did() throws InterruptedException {
    reply(Office.OPS, "/runbook run outage");
    say(Office.OPS, "/runbook confirm 1 looked at it");
    assertThat(Screen.wide(reply(Office.OPS, "/runbook log 1").message()))
        .contains("Olga Ops confirmed: looked at it");
  }

  @Test
  void a_run_that_is_not_there_leads_to_those_that_are() throws InterruptedException {
    assertThat(say(Office.OPS, "/runbook status 99"))
        .isEqualTo("There is no run 99. /runbook status all lists those that go on.");
  }

  @Test
  void where_none_goes_on_the_last_ones_are_a_button_away() throws InterruptedException {
    assertThat(Screen.wide(reply(Office.OPS, "/runbook cancel").message()))
        .isEqualTo("Which run? None goes on now.\n[*All runs*]\n");
    assertThat(say(Office.OPS, "/runbook cancel"))
        .isEqualTo("Which run? None goes on now. /runbook status all lists the last ones.");
  }
}
