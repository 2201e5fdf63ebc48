package dev.muster.commands.runbook.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.kind.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each stop at which a run waits for people is said, and answered, once. */
class StopKeyTest extends ToldRuns {

  @Test
  void a_step_that_fails_again_before_it_is_started_is_said_again() throws InterruptedException {
    office.knows(Written.UNTOLD);
    office.change.does(_ -> new Outcome.Done(Map.of(), "done"));
    start("untold");
    replies.clear();
    says(Office.OPS, "/runbook retry");
    goOn(office.run(1));
    assertThat(only()).startsWith("Run 1 needs a person at step 1, Change");
    assertThat(replies).containsOnlyKeys("needs:steps.0:0:2");
  }

  @Test
  void what_breaks_again_before_a_step_is_started_is_said_again() throws InterruptedException {
    office.say(Office.OPS, "/runbook run restart-api replicas=2 size=large");
    office.sayInThread(Office.OPS, "/runbook run restart-api offer:offer1");
    var begun = office.run(1);
    office.breaks(true);
    goOn(begun);
    office.breaks(false);
    assertThat(only()).startsWith("Run 1 needs a person at step 1, Restart");
    replies.clear();

    says(Office.OPS, "/runbook retry");
    office.breaks(true);
    goOn(office.run(1));

    assertThat(only()).startsWith("Run 1 needs a person at step 1, Restart");
    assertThat(replies).containsOnlyKeys("needs:steps.0:0:2");
  }

  @Test
  void what_was_answered_by_a_rollback_and_is_asked_again_is_said_again()
      throws InterruptedException {
    office.knows(Written.HALF_KNOWN);
    office.change.does(_ -> new Outcome.Unclear("lost", "nobody knows"));
    start("half-known");
    answers.clear();
    replies.clear();
    says(Office.OPS, "/runbook cancel 1 rollback");
    goOn(office.run(1));
    assertThat(only()).startsWith("Run 1 needs a person at step 2, Change");
    assertThat(replies).containsOnlyKeys("needs:steps.1:1:0:rollback");
    says(Office.OPS, "/runbook done");
    assertThat(Screen.wide(answers.get("needs:steps.1:1:0:rollback")))
        .startsWith("Marked done by Olga Ops");
  }

  @Test
  void what_the_release_before_said_is_answered_too() throws InterruptedException {
    office.knows(Written.HALF_KNOWN);
    office.change.does(_ -> new Outcome.Unclear("lost", "nobody knows"));
    start("half-known");
    says(Office.OPS, "/runbook done");
    assertThat(answers).containsOnlyKeys("needs:steps.1:1:0", "needs:steps.1:1");
  }
}
