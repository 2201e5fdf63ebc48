package dev.muster.commands.runbook.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.kind.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a run waits for, in a line of a list. */
class RunWaitTest {

  private final Office office = new Office(Written.CHECKLIST, Written.LOOK, Written.FAILOVER);

  private String said() {
    return Screen.wide(Message.of("", new Block.Line(RunWait.of(office.run(1))))).strip();
  }

  private void failover() throws InterruptedException {
    office.say(Office.OPS, "/runbook run failover");
    office.say(Office.OPS, "/runbook run failover offer:offer1");
    office.work();
  }

  @Test
  void an_approval_says_what_is_asked_and_since_when_however_late_it_is() throws Exception {
    failover();
    office.advance(Duration.ofMinutes(3));
    assertThat(said()).isEqualTo("Waits for approval since 10:00: Promote app-replica?");
  }

  @Test
  void a_checklist_says_how_far_it_is() throws Exception {
    office.say(Office.OPS, "/runbook run outage");
    office.work();
    assertThat(said()).startsWith("Waits for a yes or no since 10:00: ");
    office.say(Office.OPS, "/runbook confirm 1");
    office.work();
    assertThat(said()).startsWith("Waits for its checklist, 0 of 2 done, since 10:00");
  }

  @Test
  void what_went_wrong_is_said_with_its_time() throws Exception {
    office.change.does(_ -> new Outcome.Failed("refused", "it said no"));
    failover();
    office.say(Office.DBA, "/runbook approve 1");
    office.advance(Duration.ofMinutes(2));
    office.say(Office.BOSS, "/runbook approve 1");
    office.work();
    assertThat(said()).isEqualTo("Needs a person since 10:02: Promote: it said no");
  }

  @Test
  void nothing_is_said_of_what_is_over() throws Exception {
    failover();
    office.say(Office.OPS, "/runbook cancel 1");
    assertThat(RunWait.of(office.run(1))).isEmpty();
  }
}
