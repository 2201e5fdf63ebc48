package dev.muster.integrations.postgres.run;

import static dev.muster.integrations.postgres.run.TestRuns.ASKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.testing.RunCopies;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.engine.port.RunLists.Fits;
import dev.muster.runbooks.engine.port.RunLists.Stage;
import dev.muster.runbooks.engine.port.RunLists.Which;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Asking;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten thousand runs that wait for people. */
class WaitingRunsTest {

  private static final int PAGE = 50;

  /** How many rows of runs this transaction has read so far, from the table and by its indexes. */
  private static final String READ =
      """
      select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables
      where relname = 'run'
      """;

  private final TestReplica replica = TestReplica.onNewDatabase(new TestClock());
  private final TestRuns runs = TestRuns.on(replica);

  @AfterEach
  void close() {
    replica.close();
  }

  @BeforeEach
  void waits() throws Exception {
    var id = runs.knows("test", ASKS).start("test");
    runs.worker().work(id);
    replica.database().with(handle -> handle.execute(RunCopies.of(10_000)));
    replica.database().with(handle -> handle.execute("analyze run"));
  }

  @Test
  void they_have_nothing_scheduled() {
    var one = runs.get(new RunId(10_001));

    assertThat(one.state()).isInstanceOf(Asking.class);
    assertThat(replica.count("select count(*) from run where state = 'asking'")).isEqualTo(10_001);
    assertThat(replica.count("select count(*) from scheduled_run where execution_time > now()"))
        .isZero();
  }

  @Test
  void a_page_of_them_reads_no_more_than_it_shows() {
    var lists = new PostgresRunLists(replica.database());
    var before = Optional.of(new RunId(5_000));
    Optional<String> any = Optional.empty();
    var ours = Optional.of("test");
    var read = new LinkedHashMap<String, Long>();

    for (var which : Which.values()) {
      read.put("which " + which, read(() -> lists.list(which, before, PAGE)));
    }
    for (var stage : Stage.values()) {
      var fits = new Fits(Optional.of(stage), any);
      read.put("stage " + stage, read(() -> lists.list(fits, before, PAGE)));
    }
    var named = new Fits(Optional.empty(), ours);
    read.put("of a runbook", read(() -> lists.list(named, before, PAGE)));
    var both = new Fits(Optional.of(Stage.WAITING), ours);
    read.put("waiting ones of a runbook", read(() -> lists.list(both, before, PAGE)));
    read.put("names", read(() -> lists.runbooks(PAGE)));
    read.put("of an incident", read(() -> lists.of(1042, PAGE)));
    read.put("one", read(() -> runs.get(new RunId(10_001))));

    assertThat(read).allSatisfy((_, rows) -> assertThat(rows).isLessThanOrEqualTo(PAGE + 10));
  }

  private long read(Supplier<?> question) {
    var database = replica.database();
    return database.inTransaction(() -> {
      var before = database.with(handle -> handle.select(READ).mapTo(Long.class).one());
      question.get();
      return database.with(handle -> handle.select(READ).mapTo(Long.class).one()) - before;
    });
  }
}
