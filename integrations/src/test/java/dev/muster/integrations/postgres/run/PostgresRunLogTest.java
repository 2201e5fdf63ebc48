package dev.muster.integrations.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.engine.port.RunLog.Line;
import dev.muster.runbooks.engine.port.RunLog.Numbered;
import dev.muster.runbooks.engine.port.RunLog.Size;
import dev.muster.runbooks.engine.port.RunLog.Source;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresRunLogTest {

  private static final Instant NOW = Instant.parse("2026-11-21T22:00:00.123456789Z");

  private final TestReplica replica = TestReplica.onNewDatabase(new TestClock());
  private final TestRuns runs = TestRuns.on(replica);

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void the_log_is_read_in_pages_and_from_its_end() {
    var id = runs.knows("test", "steps: [{id: one, uses: change}]\n").start("test");
    var log = runs.means().log();
    var lines =
        List.of("a", "b", "c").stream()
            .map(text -> new Line(NOW, Source.OUTPUT, "steps.0", text))
            .toList();

    var other = runs.knows("test", "steps: [{id: one, uses: change}]\n").start("test");
    log.append(other, lines);
    log.append(id, lines);
    log.append(id, List.of(new Line(NOW, Source.EVENT, "", "somebody did")));

    var page = log.page(id, 0, 2);
    assertThat(page).extracting(it -> it.line().text()).containsExactly("a", "b");
    assertThat(log.page(id, page.getLast().number(), 9)).hasSize(2);
    assertThat(log.page(id, 1, 9)).extracting(Numbered::number).containsExactly(2L, 3L, 4L);
    assertThat(log.last(id, Long.MAX_VALUE, 2))
        .extracting(Numbered::number)
        .containsExactly(3L, 4L);
    assertThat(log.last(id, 3, 9)).extracting(Numbered::number).containsExactly(1L, 2L);
    assertThat(log.last(id, 4, 2))
        .extracting(it -> it.number() + it.line().text())
        .containsExactly("2b", "3c");
    assertThat(log.last(id, 5, 1))
        .extracting(it -> it.number() + it.line().text())
        .containsExactly("4somebody did");
    assertThat(log.last(id, 1, 9)).isEmpty();
    assertThat(log.page(id, 4, 9)).isEmpty();
    assertThat(log.tail(id, 2)).extracting(Line::text).containsExactly("b", "c");
    assertThat(log.size(id, "steps.0")).isEqualTo(new Size(15, 3));
  }
}
