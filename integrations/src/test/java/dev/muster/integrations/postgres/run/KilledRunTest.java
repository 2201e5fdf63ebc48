package dev.muster.integrations.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.testing.DoomedProcess;
import dev.muster.integrations.testing.Gate;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A replica is killed while steps act, and another goes on with their runs. */
class KilledRunTest {

  private static final Duration TO_START = Duration.ofMinutes(2);
  private static final Duration IN_TIME = Duration.ofSeconds(15);

  /** One step of each class, by the runbook that it is the first of. */
  private static final Map<String, String> STEPS =
      Map.of(
          "reads", "{id: reads, uses: read}",
          "idempotent", "{id: idempotent, uses: change, idempotent: true}",
          "tells", "{id: tells, uses: settle}",
          "changes", "{id: changes, uses: change}",
          "nested", "{id: nested, uses: runbook, with: {runbook: tells}}");

  private final TestReplica replica = TestReplica.onNewDatabase(InstantSource.system());

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void the_runs_of_a_killed_replica_go_on_within_15_seconds_each_as_it_may() throws Exception {
    try (var runs = written(TestRuns.on(replica));
        var doomed = DoomedProcess.start(KilledRunTest.class, replica.address().jdbcUrl())) {
      var ids = new LinkedHashMap<String, RunId>();
      STEPS.keySet().forEach(name -> ids.put(name, runs.start(name)));
      await("all act").atMost(TO_START).until(() -> runs.acts().size() == STEPS.size());
      doomed.kill();

      runs.goOn();
      await("all go on")
          .atMost(IN_TIME)
          .until(() -> ids.values().stream().allMatch(id -> isThrough(runs.get(id))));

      assertThat(ids).allSatisfy((name, id) -> check(name, runs.get(id)));
      assertThat(runs.acts())
          .containsOnlyOnce("changes")
          .filteredOn("reads"::equals)
          .as("what only reads is read again")
          .hasSize(2);
      assertThat(runs.acts())
          .filteredOn("idempotent"::equals)
          .as("what is idempotent is done again")
          .hasSize(2);
      assertThat(runs.acts())
          .filteredOn("tells"::equals)
          .as("what can be looked after is not repeated, in its own run or in another's")
          .hasSize(2);
    }
  }

  private static void check(String name, Run run) {
    if (name.equals("changes")) {
      assertThat(run.state())
          .isInstanceOfSatisfying(
              NeedsAttention.class,
              it -> assertThat(it.words()).contains("Muster stopped while it did this"));
    } else {
      assertThat(run.hasSucceeded()).as(name).isTrue();
    }
  }

  private static boolean isThrough(Run run) {
    return run.isOver() || run.state() instanceof NeedsAttention;
  }

  private static TestRuns written(TestRuns runs) {
    STEPS.forEach((name, step) ->
        runs.knows(name, "steps:\n  - %s\n  - {id: last, uses: read}\n".formatted(step)));
    return runs;
  }

  /** The replica that is killed: its steps never end. */
  public static void main(String[] arguments) {
    var address = DatabaseAddress.parse(arguments[0]);
    var replica = TestReplica.on(address, InstantSource.system(), List.of());
    written(TestRuns.on(replica, _ -> new Gate().pass())).goOn();
    new Gate().pass();
  }
}
