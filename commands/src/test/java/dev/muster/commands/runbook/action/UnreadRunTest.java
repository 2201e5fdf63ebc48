package dev.muster.commands.runbook.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Buttons;
import dev.muster.runbooks.run.rule.BreakGlass;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people may do to a run whose runbook cannot be read here. */
class UnreadRunTest {

  private static final Duration AFTER = Duration.ofMinutes(10);

  private final Office office = new Office(Written.FAILOVER, Written.CHECKLIST);

  private void asks(String runbook) throws InterruptedException {
    office.breakGlass(new BreakGlass(Set.of("reader"), AFTER, false));
    office.say(
        Office.OPS, Buttons.command(office.say(Office.OPS, "/runbook run " + runbook), "Run"));
    office.work();
    office.advance(AFTER);
    office.forgets();
  }

  private void unmoved(Reply reply) {
    assertThat(reply.error()).contains(Reply.Error.DENIED);
    assertThat(office.run(1).question().orElseThrow().votes()).isEmpty();
    assertThat(office.run(1).question().orElseThrow().ticked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"break-glass 1 primary gone", "approve 1", "reject 1"})
  void who_only_looks_neither_answers_nor_breaks_the_glass(String typed) throws Exception {
    asks("failover");
    unmoved(office.say(Office.VIEWER, "/runbook " + typed));
    unmoved(office.sayByToken(Office.VIEWER, Office.VIEWER, "/runbook " + typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"break-glass 1 primary gone", "approve 1", "reject 1"})
  void a_token_never_does_whoever_it_is_of(String typed) throws Exception {
    asks("failover");
    office.breakGlass(new BreakGlass(Set.of("dba"), AFTER, false));
    assertThat(
            office.sayByToken(Office.BOSS, Office.BOSS, "/runbook " + typed).message().fallback())
        .startsWith("A token ");
    unmoved(office.sayByToken(Office.BOSS, Office.BOSS, "/runbook " + typed));
  }

  @Test
  void whoever_lacks_the_role_that_is_asked_does_not_say_no_either() throws Exception {
    asks("failover");
    assertThat(office.say(Office.OPS, "/runbook reject 1").message().fallback())
        .isEqualTo("You can't do that to run 1. It needs role dba.");
    assertThat(office.say(Office.DBA, "/runbook reject 1").error()).isEmpty();
    assertThat(office.run(1).question()).isEmpty();
  }

  @Test
  void who_has_the_role_for_it_still_breaks_the_glass() throws Exception {
    asks("failover");
    assertThat(office.say(Office.READER, "/runbook break-glass 1 gone").message().fallback())
        .isEqualTo("Run 1: Rita Reader broke the glass: gone.");
  }

  @ParameterizedTest
  @CsvSource({"false, confirm 1", "false, reject 1", "true, tick 1 1", "true, untick 1 1"})
  void who_only_looks_neither_confirms_nor_ticks(boolean isAtList, String typed) throws Exception {
    office.say(Office.OPS, "/runbook run outage");
    office.work();
    if (isAtList) {
      office.say(Office.OPS, "/runbook confirm 1");
      office.work();
    }
    office.forgets();
    unmoved(office.say(Office.VIEWER, "/runbook " + typed));
    unmoved(office.sayByToken(Office.VIEWER, Office.OPS, "/runbook " + typed));
  }
}
