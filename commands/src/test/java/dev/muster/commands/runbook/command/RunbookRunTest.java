package dev.muster.commands.runbook.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.people.Person;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Buttons;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.value.RunWord;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunbookRunTest {

  private final Office office =
      new Office(Written.LOOK, Written.RESTART, Written.FAILOVER, Written.FLUSH);

  private Reply click(Person person, Reply shown, String label) {
    return office.say(person, Buttons.command(shown, label));
  }

  @Test
  void what_only_reads_starts_at_once() throws InterruptedException {
    var reply = office.say(Office.READER, "/runbook run slow-queries");
    office.work();
    assertThat(reply.message().fallback()).isEqualTo("Run 1 of Look at slow queries: begins.");
    assertThat(office.look.acts()).containsExactly("look");
  }

  @Test
  void what_waits_for_people_at_once_says_so_and_for_what() {
    office.knows(Written.CHECKLIST);
    assertThat(office.say(Office.READER, "/runbook run outage").message().fallback())
        .isEqualTo(
            "Run 1 of Complete outage: waits for a yes or no: Is the status page up to date?");
  }

  @Test
  void what_asks_people_does_not_only_read() {
    office.knows(Written.CHECKLIST);
    assertThat(Screen.wide(office.say(Office.OPS, "/runbook plan outage").message()))
        .contains(
            "It asks people, changes nothing. What to do first.",
            "· by hand · have confirmed: Is the status page up to date?",
            "· by hand · have 2 lines ticked")
        .doesNotContain("reads");
  }

  @Test
  void what_goes_on_already_is_not_started_twice_without_a_word() throws InterruptedException {
    office.knows(Written.CHECKLIST);
    office.say(Office.OPS, "/runbook run outage");
    office.work();
    office.advance(Duration.ofMinutes(2));

    var asked = office.say(Office.BOSS, "/runbook run outage");

    assertThat(asked.error()).contains(Reply.Error.UNCONFIRMED);
    assertThat(Screen.wide(asked.message()))
        .contains(
            "\n⚠ Run 1 of this runbook is not over: waits for a yes or no:"
                + " Is the status page up to date? (started 2 min ago by Olga Ops). ›\n")
        .endsWith("[*Show it*] [Run anyway]\n");
    assertThat(Buttons.command(asked, "Show it")).isEqualTo("/runbook status 1");
    assertThat(office.board().countLive()).isEqualTo(1);

    assertThat(click(Office.BOSS, asked, "Run anyway").message().fallback()).startsWith("Run 2 of");
    assertThat(click(Office.BOSS, asked, "Run anyway").message().fallback())
        .isEqualTo("That was started already, as run 2. Nothing was started twice.");
  }

  @Test
  void the_same_for_another_incident_or_given_something_else_starts_at_once() {
    office.knows(Written.LOOK.replace("steps:", "inputs: {of: {type: string}}\nsteps:"));
    office.sayInThread(Office.OPS, "/runbook run slow-queries of=a");
    assertThat(office.say(Office.OPS, "/runbook run slow-queries of=b").error()).isEmpty();
    assertThat(office.say(Office.OPS, "/runbook run slow-queries of=b").error())
        .contains(Reply.Error.UNCONFIRMED);
    assertThat(office.sayInThread(Office.OPS, "/runbook run slow-queries of=c").error())
        .as("for the same incident")
        .contains(Reply.Error.UNCONFIRMED);
    assertThat(office.say(Office.OPS, "/runbook run slow-queries of=b dry:yes").error()).isEmpty();
  }

  @Test
  void what_changes_the_world_is_shown_before() throws InterruptedException {
    var reply = office.say(Office.OPS, "/runbook run restart-api replicas=2");
    office.work();
    assertThat(Screen.wide(reply.message())).endsWith("[*Run*] [Dry run] [Cancel]\n");
    assertThat(office.change.acts()).isEmpty();
  }

  @Test
  void yes_starts_exactly_what_was_shown() throws InterruptedException {
    var shown = office.say(Office.OPS, "/runbook run restart-api replicas=2 hurry:yes");
    click(Office.OPS, shown, "Run");
    office.work();
    assertThat(office.run(1).origin().inputs())
        .containsEntry("replicas", 2L)
        .containsEntry("hurry", true);
    assertThat(office.change.acts()).containsExactly("change", "fast");
  }

  @Test
  void a_second_click_starts_nothing_and_says_what_happened() throws InterruptedException {
    var shown = office.say(Office.OPS, "/runbook run restart-api replicas=2");
    click(Office.OPS, shown, "Run");
    var second = click(Office.OPS, shown, "Run");
    office.work();
    assertThat(second.message().fallback())
        .isEqualTo("That was started already, as run 1. Nothing was started twice.");
    assertThat(office.change.acts()).containsExactly("change");
  }

  @Test
  void whoever_starts_what_runs_already_is_told_by_whom_and_since_when() {
    var first = office.sayInThread(Office.OPS, "/runbook run restart-api replicas=2");
    office.sayInThread(Office.OPS, Buttons.command(first, "Run"));
    office.advance(Duration.ofMinutes(2));
    for (var verb : List.of("run", "plan")) {
      var shown = office.say(Office.BOSS, "/runbook " + verb + " restart-api replicas=2");
      assertThat(Screen.wide(shown.message()))
          .contains(
              "\n⚠ Run 1 of this runbook is not over: begins"
                  + " (started 2 min ago by Olga Ops for #42). ›\n");
    }
    var second = office.say(Office.BOSS, "/runbook run restart-api replicas=2");
    click(Office.BOSS, second, "Run");
    assertThat(office.run(2).isOver()).as("nobody is kept from it").isFalse();
  }

  @Test
  void what_is_over_or_dry_is_in_nobodys_way() throws InterruptedException {
    office.say(Office.OPS, "/runbook run restart-api replicas=2 dry:yes");
    var shown = office.say(Office.OPS, "/runbook run restart-api replicas=2");
    click(Office.OPS, shown, "Run");
    office.work();
    assertThat(Screen.wide(office.say(Office.OPS, "/runbook run restart-api replicas=2").message()))
        .doesNotContain("is not over");
  }

  @Test
  void newer_dry_runs_do_not_hide_one_that_waits_for_people() throws InterruptedException {
    office.say(Office.OPS, "/runbook run failover");
    office.say(Office.OPS, "/runbook run failover offer:offer1");
    office.work();
    for (var i = 0; i < 3; i++) {
      office.say(Office.OPS, "/runbook run failover dry:yes");
    }
    assertThat(Screen.wide(office.say(Office.OPS, "/runbook plan failover").message()))
        .contains(
            "⚠ Run 1 of this runbook is not over: waits for approval by 2 of dba: Promote"
                + " app-replica? (started 0 s ago by ")
        .doesNotContain("Run 4 of this runbook");
  }

  @Test
  void a_click_by_somebody_else_starts_nothing() {
    var shown = office.say(Office.OPS, "/runbook run restart-api replicas=2");
    assertThat(click(Office.BOSS, shown, "Run").message().fallback())
        .startsWith("That was offered to somebody else. Nothing was done.");
  }

  @Test
  void a_click_that_comes_too_late_looks_again() {
    var shown = office.say(Office.OPS, "/runbook run restart-api replicas=2");
    office.advance(Duration.ofMinutes(16));
    assertThat(click(Office.OPS, shown, "Run").message().fallback())
        .startsWith("That was shown more than 15 min ago. Nothing was done.");
  }

  @Test
  void a_runbook_that_was_changed_since_is_looked_at_again() {
    var shown = office.say(Office.OPS, "/runbook run restart-api replicas=2");
    office.knows(Written.RESTART.replace("When it hangs", "When it hangs again"));
    assertThat(click(Office.OPS, shown, "Run").message().fallback())
        .startsWith("The runbook was changed since you were shown it.");
  }

  @Test
  void no_is_no() {
    var shown = office.say(Office.OPS, "/runbook run restart-api replicas=2");
    click(Office.OPS, shown, "Cancel");
    assertThat(click(Office.OPS, shown, "Run").message().fallback())
        .isEqualTo("You said no to that. Nothing was done.");
  }

  @Test
  void a_dry_run_changes_nothing() throws InterruptedException {
    office.say(Office.OPS, "/runbook run restart-api replicas=2 dry:yes");
    office.work();
    assertThat(office.run(1).hasSucceeded()).isTrue();
    assertThat(office.change.acts()).isEmpty();
  }

  @Test
  void what_destroys_wants_its_targets_name_typed() throws InterruptedException {
    var shown = office.say(Office.OPS, "/runbook run flush-cache");
    var asked = click(Office.OPS, shown, "Run…");
    assertThat(asked.form().orElseThrow().fields().getFirst().parameter().asked().label())
        .isEqualTo("Type sessions to run it");
    office.say(Office.OPS, asked.form().orElseThrow().command() + " target:session");
    office.work();
    assertThat(office.destroy.acts()).isEmpty();
    office.say(Office.OPS, asked.form().orElseThrow().command() + " target:sessions");
    office.work();
    assertThat(office.destroy.acts()).containsExactly("flush");
  }

  @Test
  void a_slip_is_answered_with_how_just_this_runbook_is_run() {
    assertThat(Screen.wide(office.say(Office.OPS, "/runbook run Restart-API 3").message()))
        .isEqualTo(
            """
            I don't know what "3" is: inputs are typed name=value.
            Nothing was changed. Write for example `/runbook run restart-api replicas=…`
            """);
    assertThat(office.say(Office.OPS, "/runbook run failover dry").message().fallback())
        .isEqualTo("\"dry\" needs its value: dry:yes. Nothing was changed.");
    assertThat(office.say(Office.OPS, "/runbook run failover replica").message().fallback())
        .startsWith("\"replica\" needs its value: replica:…");
    assertThat(office.say(Office.OPS, "/runbook 1").message().fallback())
        .startsWith("\"1\" is no name of a runbook. A run is shown by /runbook status 1.");
    assertThat(office.say(Office.OPS, "/runbook show FAILOVER").error()).isEmpty();
  }

  @Test
  void no_input_can_be_called_as_what_is_said_of_the_run_itself() {
    for (var word : RunWord.all()) {
      assertThat(
              office
                  .say(Office.OPS, "/runbook run restart-api " + word + "=x")
                  .message()
                  .fallback())
          .as(word)
          .doesNotContain("I don't know");
      assertThatIllegalArgumentException()
          .as(word)
          .isThrownBy(() -> office.knows(Written.FLUSH.replace("cache:", word + ":")))
          .withMessageContaining("says something of the run itself");
    }
  }
}
