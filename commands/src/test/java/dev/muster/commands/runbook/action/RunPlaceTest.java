package dev.muster.commands.runbook.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Buttons;
import dev.muster.commands.testing.Screen;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever says no number means the run of the place, whatever else goes on. */
class RunPlaceTest {

  private final Office office = new Office(Written.LOOK, Written.FAILOVER, Written.CHECKLIST);

  /** Run 1 goes on elsewhere. */
  @BeforeEach
  void something_else_goes_on() throws InterruptedException {
    office.say(Office.OPS, "/runbook run outage");
    office.work();
  }

  private Reply sayInThread(String text) throws InterruptedException {
    var reply = office.sayInThread(Office.OPS, text);
    office.work();
    return reply;
  }

  /** Although the same goes on elsewhere. */
  private void runInThread() throws InterruptedException {
    sayInThread(Buttons.command(sayInThread("/runbook run outage"), "Run anyway"));
  }

  @Test
  void the_only_run_of_an_incident_is_meant_in_its_thread() throws InterruptedException {
    runInThread();
    assertThat(Screen.wide(sayInThread("/runbook status").message())).contains("run 2");
    sayInThread("/runbook confirm");
    assertThat(sayInThread("/runbook cancel").message().fallback()).startsWith("Run 2: ");
    assertThat(office.run(1).isOver()).isFalse();
  }

  @Test
  void of_several_each_is_listed_with_what_it_waits_for() throws InterruptedException {
    runInThread();
    runInThread();
    sayInThread("/runbook confirm 3");
    var reply = sayInThread("/runbook cancel");

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            Which run? These go on now:
            Run 3 waits for its checklist at step 2, Tell support and 1 more · Complete outage · Olga Ops ›
            Run 2 waits for a yes or no at step 1, Is the status page up to date? · Complete outage · Olga Ops ›
            or write `/runbook cancel 3`
            """);
    assertThat(office.run(2).isOver()).isFalse();
    assertThat(office.run(3).isOver()).isFalse();
  }

  @Test
  void where_none_goes_on_nothing_else_is_touched_and_the_last_one_is_named()
      throws InterruptedException {
    assertThat(sayInThread("/runbook cancel").message().fallback())
        .isEqualTo("No run goes on for incident #42. /runbook status all lists those that go on.");
    runInThread();
    sayInThread("/runbook cancel");
    var reply = sayInThread("/runbook rollback");

    assertThat(reply.error()).contains(Reply.Error.NOT_FOUND);
    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            No run goes on for incident #42. The last was:
            Run 2, Complete outage: cancelled after 0 s · Olga Ops ›
            or write `/runbook rollback 2`
            """);
    assertThat(office.run(1).isOver()).isFalse();
  }

  @Test
  void in_its_own_thread_a_run_is_meant_even_when_it_is_over() throws InterruptedException {
    office.sayBelowRun(Office.OPS, 1, "/runbook cancel");
    office.work();
    office.say(Office.OPS, "/runbook run outage");
    office.work();

    var late = office.sayBelowRun(Office.OPS, 1, "/runbook confirm");
    assertThat(late.message().fallback()).isEqualTo("Run 1 is over. Nothing was changed.");
    assertThat(Screen.wide(office.sayBelowRun(Office.OPS, 1, "/runbook log").message()))
        .startsWith("Log of run 1");
    assertThat(office.run(2).isOver()).isFalse();
  }

  @Test
  void a_bare_number_is_a_line_where_a_run_is_at_home_and_a_run_elsewhere()
      throws InterruptedException {
    office.say(Office.OPS, "/runbook confirm 1");
    office.work();

    var ticked = office.sayBelowRun(Office.OPS, 1, "/runbook tick 2");
    assertThat(ticked.message().fallback()).isEqualTo("Run 1: Olga Ops ticked Open a call.");
    assertThat(office.say(Office.OPS, "/runbook untick 2").message().fallback())
        .startsWith("There is no run 2.");
    assertThat(office.sayBelowRun(Office.OPS, 1, "/runbook untick #7").message().fallback())
        .startsWith("There is no run 7.");
    assertThat(office.sayBelowRun(Office.OPS, 1, "/runbook tick 1").message().fallback())
        .isEqualTo("Run 1: Olga Ops ticked Tell support.");
  }

  @Test
  void in_the_thread_of_an_incident_a_bare_number_is_a_line_while_one_run_goes_on()
      throws InterruptedException {
    runInThread();
    sayInThread("/runbook confirm");
    assertThat(sayInThread("/runbook tick 2").message().fallback())
        .isEqualTo("Run 2: Olga Ops ticked Open a call.");
  }

  @Test
  void a_log_is_read_on_from_a_line_in_the_thread_of_its_run() throws InterruptedException {
    office.sayBelowRun(Office.OPS, 1, "/runbook confirm");
    assertThat(Screen.wide(office.sayBelowRun(Office.OPS, 1, "/runbook log 1").message()))
        .contains("Olga Ops confirmed");
    assertThat(Screen.wide(office.sayBelowRun(Office.OPS, 1, "/runbook log 99").message()))
        .contains("There is nothing more.");
  }

  @Test
  void all_of_them_are_listed_from_any_place() throws InterruptedException {
    runInThread();
    assertThat(sayInThread("/runbook status all").message().fallback())
        .isEqualTo("2 runs going on");
  }

  @Test
  void far_from_its_thread_a_word_is_no_reason_but_may_be_a_slip_in_a_runs_number()
      throws InterruptedException {
    var asked = office.say(Office.DBA, "/runbook cancel one");
    assertThat(asked.error()).contains(Reply.Error.INVALID);
    assertThat(Screen.wide(asked.message()))
        .startsWith("Which run? This one goes on now:\n")
        .endsWith("or write `/runbook cancel 1`\n");
    assertThat(office.run(1).isOver()).isFalse();
  }

  @Test
  void a_runbooks_name_stands_for_its_run_and_never_for_another_one() throws InterruptedException {
    assertThat(office.say(Office.OPS, "/runbook cancel failover").message().fallback())
        .isEqualTo("No run of failover goes on. /runbook status all lists those that go on.");
    office.lacks("clear-cache", "settings");
    assertThat(office.say(Office.OPS, "/runbook cancel Clear-Cache").message().fallback())
        .startsWith("No run of clear-cache goes on.");
    assertThat(office.sayBelowRun(Office.OPS, 1, "/runbook approve Failover").message().fallback())
        .startsWith("No run of failover goes on.");
    assertThat(office.run(1).isOver()).isFalse();
    sayInThread(Buttons.command(sayInThread("/runbook run outage"), "Run anyway"));
    assertThat(office.say(Office.OPS, "/runbook cancel outage").error())
        .contains(Reply.Error.INVALID);
    assertThat(office.sayBelowRun(Office.OPS, 1, "/runbook cancel outage over").message())
        .extracting(it -> it.fallback())
        .isEqualTo("Run 1: Olga Ops cancelled it: over.");
    office.work();
    assertThat(office.say(Office.OPS, "/runbook confirm Outage seen").message().fallback())
        .isEqualTo("Run 2: Olga Ops confirmed: seen.");
    office.work();
    assertThat(office.say(Office.OPS, "/runbook tick outage 2").message().fallback())
        .isEqualTo("Run 2: Olga Ops ticked Open a call.");
    office.say(Office.OPS, "/runbook cancel");
    office.work();
    assertThat(Screen.wide(office.say(Office.OPS, "/runbook cancel outage").message()))
        .startsWith("No run of outage goes on. The last were:\nRun 2, Complete outage: cancelled");
  }

  @Test
  void a_run_that_waits_is_meant_by_its_runbooks_name_however_many_ran_since()
      throws InterruptedException {
    for (var number = 2; number < 30; number++) {
      office.say(
          Office.OPS, Buttons.command(office.say(Office.OPS, "/runbook run outage"), "Run anyway"));
      office.say(Office.OPS, "/runbook cancel " + number);
      office.work();
    }

    assertThat(office.say(Office.OPS, "/runbook confirm outage").message().fallback())
        .startsWith("Run 1: Olga Ops confirmed");
  }

  @Test
  void a_dry_run_that_goes_on_is_meant_by_its_runbooks_name() {
    office.say(Office.OPS, "/runbook run failover dry:yes");

    assertThat(office.say(Office.OPS, "/runbook cancel failover").message().fallback())
        .isEqualTo("Run 2: Olga Ops: stops.");
  }

  @Test
  void a_bare_number_at_the_end_of_a_sentence_is_a_line_too() throws InterruptedException {
    office.sayBelowRun(Office.OPS, 1, "/runbook confirm");
    office.work();

    assertThat(office.sayBelowRun(Office.OPS, 1, "/runbook tick 2.").message().fallback())
        .isEqualTo("Run 1: Olga Ops ticked Open a call.");
    assertThat(Screen.wide(office.sayBelowRun(Office.OPS, 1, "/runbook log 99.").message()))
        .contains("There is nothing more.");
  }

  @Test
  void a_run_may_be_called_so_and_its_number_may_end_a_sentence() {
    for (var typed : List.of("status run 1", "status 1.", "status #1,", "log Run 1")) {
      assertThat(office.say(Office.OPS, "/runbook " + typed).error()).as(typed).isEmpty();
    }
    assertThat(office.say(Office.OPS, "/runbook cancel run 7").message().fallback())
        .isEqualTo("There is no run 7. /runbook status all lists those that go on.");
    assertThat(office.run(1).isOver()).isFalse();
  }
}
