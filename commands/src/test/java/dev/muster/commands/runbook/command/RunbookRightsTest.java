package dev.muster.commands.runbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Buttons;
import dev.muster.commands.testing.Screen;
import org.junit.jupiter.api.Test;

/** Who may run a runbook, and whom the others can ask. */
class RunbookRightsTest {

  private static final String NOT_BY_THEM =
      """
      You can't run restart-api. It needs role admin or operator.
      Ask Olga Ops, Bea Boss.
      [Ask them in the thread]
      """;

  private final Office office =
      new Office(Written.LOOK, Written.RESTART, Written.FAILOVER, Written.FLUSH);

  @Test
  void whoever_may_not_is_told_what_it_needs_and_whom_to_ask() {
    var reply = office.say(Office.READER, "/runbook run restart-api replicas=2");
    assertThat(reply.error()).contains(Reply.Error.DENIED);
    assertThat(Screen.wide(reply.message())).isEqualTo(NOT_BY_THEM);
  }

  @Test
  void a_right_is_narrowed_by_tag() {
    assertThat(office.say(Office.DBA, "/runbook run failover").error()).isEmpty();
    assertThat(office.say(Office.DBA, "/runbook run restart-api replicas=1").error())
        .contains(Reply.Error.DENIED);
  }

  @Test
  void they_are_asked_in_the_thread() {
    office.sayInThread(Office.READER, "/runbook ask restart-api");
    assertThat(office.said().getFirst().message().fallback())
        .startsWith("Rita Reader asks for restart-api to be run. It needs role admin or operator.");
  }

  @Test
  void whoever_may_run_nothing_hears_at_the_button_of_everybody_who_may_and_can_ask_them() {
    var reply = office.sayInThread(Office.VIEWER, "/runbook run restart-api replicas=2");
    assertThat(reply.error()).contains(Reply.Error.DENIED);
    assertThat(Screen.wide(reply.message())).isEqualTo(NOT_BY_THEM);
    var asked =
        office
            .sayInThread(Office.VIEWER, Buttons.command(reply, "Ask them in the thread"))
            .message();
    assertThat(asked.fallback()).isEqualTo("They are asked in the thread.");
    assertThat(Screen.wide(office.said().getFirst().message()))
        .isEqualTo(
            """
            Vera Viewer asks for restart-api to be run. It needs role admin or operator. Ask Olga \
            Ops, Bea Boss.
            [*Run restart-api*]
            """);
    assertThat(office.said().getFirst().message().blocks().getLast().toString())
        .contains("/runbook run restart-api for:#42");
  }

  @Test
  void those_who_may_are_asked_in_the_thread_of_the_incident_that_it_is_for() {
    var reply = office.say(Office.VIEWER, "/runbook run restart-api for:#42");
    office.say(Office.VIEWER, Buttons.command(reply, "Ask them in the thread"));
    assertThat(office.said()).extracting(it -> it.incident().value()).containsExactly(42L);
    assertThat(office.said().getFirst().message().blocks().getLast().toString())
        .contains("/runbook run restart-api for:#42");
    assertThat(office.say(Office.VIEWER, "/runbook ask restart-api for:#43").error())
        .contains(Reply.Error.NOT_FOUND);
  }

  @Test
  void what_goes_on_as_another_incident_is_asked_for_in_the_thread_of_that_one() {
    var words = "⚠ #41 goes on as #42: the run belongs there. They are asked in the thread.";

    var named = office.say(Office.BOSS, "/runbook ask restart-api for:#41");
    var typedThere = office.sayInThread(41, Office.READER, "/runbook ask restart-api");

    assertThat(named.message().fallback()).isEqualTo(words);
    assertThat(typedThere.message().fallback()).isEqualTo(words);
    assertThat(office.said()).extracting(it -> it.incident().value()).containsExactly(42L, 42L);
    assertThat(office.said().getLast().message().blocks().getLast().toString())
        .contains("/runbook run restart-api for:#42");
  }

  @Test
  void whoever_may_not_see_incidents_asks_in_no_other_thread_than_their_own() {
    var reply = office.say(Office.READER, "/runbook ask restart-api for:#42");

    assertThat(reply.error()).contains(Reply.Error.DENIED);
    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            You can't ask in the thread of #42. It needs role admin or viewer.
            Ask Bea Boss, Vera Viewer.
            [Ask here]
            """);
    assertThat(office.said()).isEmpty();
    office.sayInThread(Office.READER, "/runbook ask restart-api for:#42");
    assertThat(office.said()).hasSize(1);
  }

  @Test
  void nobody_fills_in_a_form_to_be_refused_then() {
    assertThat(office.say(Office.READER, "/runbook run restart-api").error())
        .contains(Reply.Error.DENIED);
    assertThat(office.say(Office.OPS, "/runbook run restart-api").form()).isPresent();
    office.knows(Written.LOOK.replace("tags: [database]", "inputs: {table: {type: string}}"));
    assertThat(office.say(Office.READER, "/runbook run slow-queries").form()).isPresent();
  }

  @Test
  void who_only_reads_is_asked_for_the_input_with_which_it_only_reads() {
    office.knows(
        """
        apiVersion: muster/v1
        runbook: check-queue
        title: Check the queue
        reviewed: 2026-11-01
        inputs: {mend: {type: boolean}}
        steps:
          - {id: look, name: Look, uses: look}
          - {id: mend, name: Mend, uses: change, if: inputs.mend}
        """);
    assertThat(office.say(Office.READER, "/runbook run check-queue").form()).isPresent();
    assertThat(office.say(Office.READER, "/runbook run check-queue mend=yes").error())
        .contains(Reply.Error.DENIED);
    assertThat(office.say(Office.VIEWER, "/runbook run check-queue").error())
        .contains(Reply.Error.DENIED);

    var plan = office.say(Office.READER, "/runbook plan check-queue mend=no");

    assertThat(office.say(Office.READER, Buttons.command(plan, "Run…")).message().fallback())
        .startsWith("Run 1 of Check the queue: ");
  }
}
