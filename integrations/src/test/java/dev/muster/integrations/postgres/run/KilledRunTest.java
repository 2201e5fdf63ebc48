package dev.muster.integrations.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.testing.DoomedProcess;
import dev.muster.integrations.testing.Gate;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A replica is killed while a step acts, and another goes on within 15 seconds. */
class KilledRunTest {

  private static final Duration IN_TIME = Duration.ofSeconds(15);

  private final TestReplica replica = TestReplica.onNewDatabase(InstantSource.system());

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void what_only_reads_is_read_again() throws Exception {
    var run = killedIn("{id: one, uses: read}");

    assertThat(run.hasSucceeded()).isTrue();
    assertThat(acts()).containsExactly("one", "one", "two");
  }

  @Test
  void what_is_idempotent_is_done_again() throws Exception {
    var run = killedIn("{id: one, uses: change, idempotent: true}");

    assertThat(run.hasSucceeded()).isTrue();
    assertThat(acts()).containsExactly("one", "one", "two");
  }

  @Test
  void what_can_be_looked_after_is_not_repeated_and_nobody_is_asked() throws Exception {
    var run = killedIn("{id: one, uses: settle}");

    assertThat(run.hasSucceeded()).isTrue();
    assertThat(acts()).containsExactly("one", "two");
  }

  @Test
  void what_changes_things_is_not_repeated_and_a_person_is_asked() throws Exception {
    var run = killedIn("{id: one, uses: change}");

    assertThat(run.state())
        .isInstanceOfSatisfying(
            NeedsAttention.class,
            it -> assertThat(it.words()).contains("Muster stopped while it did this"));
    assertThat(acts()).containsExactly("one");
  }

  private Run killedIn(String step) throws Exception {
    var written = "steps:\n  - %s\n  - {id: two, uses: change}\n".formatted(step);
    try (var runs = TestRuns.on(replica).knows("test", written);
        var doomed =
            DoomedProcess.start(
                KilledRunTest.class, replica.address().jdbcUrl(), written.replace("\n", "|"))) {
      var id = runs.start("test");
      await("it acts").atMost(IN_TIME).until(() -> !acts().isEmpty());
      doomed.kill();

      runs.goOn();
      await("it goes on")
          .atMost(IN_TIME)
          .until(() -> runs.get(id).isOver() || runs.get(id).state() instanceof NeedsAttention);
      return runs.get(id);
    }
  }

  private List<String> acts() {
    return CountingKind.acts(replica.database());
  }

  /** The replica that is killed: its steps never end. */
  public static void main(String[] arguments) {
    var address = DatabaseAddress.parse(arguments[0]);
    var replica = TestReplica.on(address, InstantSource.system(), List.of());
    TestRuns.on(replica, _ -> new Gate().pass())
        .knows("test", arguments[1].replace("|", "\n"))
        .goOn();
    new Gate().pass();
  }
}
