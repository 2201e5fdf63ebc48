package dev.muster.commands.runbook.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Screen;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunNewsTest {

  private final Office office = new Office(Written.CHECKLIST, Written.LOOK);
  private final RunNews news = new RunNews(office, office, office.clock());

  @Test
  void a_question_is_asked_in_the_thread_once() throws InterruptedException {
    office.sayInThread(Office.OPS, "/runbook run outage");
    var begun = office.run(1);
    office.work();
    news.changed(Optional.of(begun), office.run(1));
    news.changed(Optional.of(office.run(1)), office.run(1));
    assertThat(office.said())
        .extracting(ThreadReply::key)
        .containsExactly("42:run:1:asks:steps.0:1");
    assertThat(Screen.wide(office.said().getFirst().message()))
        .endsWith("[*Yes*] [No] [Cancel] [Log]\n");
  }

  @Test
  void an_end_is_told_with_all_that_was_done() throws InterruptedException {
    office.sayInThread(Office.OPS, "/runbook run slow-queries");
    var begun = office.run(1);
    office.work();
    news.changed(Optional.of(begun), office.run(1));
    assertThat(Screen.wide(office.said().getFirst().message()))
        .isEqualTo(
            """
            (RESOLVED) slow-queries · Olga Ops · done in 0 s run 1
            ✓ 1 Look · 0 s
            [Log]
            """);
  }

  @Test
  void a_run_of_no_incident_is_not_told_there() throws InterruptedException {
    office.say(Office.OPS, "/runbook run slow-queries");
    office.work();
    news.changed(Optional.empty(), office.run(1));
    assertThat(office.said()).isEmpty();
  }
}
