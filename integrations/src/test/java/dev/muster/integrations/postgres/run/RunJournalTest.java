package dev.muster.integrations.postgres.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.operation.Account.Part;
import dev.muster.commands.operation.Operation.Addendum;
import dev.muster.commands.operation.RunJournal;
import dev.muster.integrations.testing.TestClock;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.start.Request;
import dev.muster.runbooks.start.Started;
import dev.muster.runbooks.start.Starts;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunJournalTest extends TestJournal {

  private static final String CHANGES =
      """
      steps:
        - {id: look, uses: read}
        - {id: empty, name: Empty the cache, uses: change, rollback: {uses: change}}
        - {id: warm, name: Warm it, uses: change, forEach: "['a', 'b']"}
      """;

  @Test
  void a_run_that_changed_something_writes_what_when_why_and_how_long() throws Exception {
    runs.knows("clear", CHANGES);
    var id = done("clear", Optional.of(new Attempt.Place("incidents", Optional.of(42L))));

    var entry = all().getFirst().entry();

    assertThat(entry.run()).contains(id);
    assertThat(entry.incident()).contains(new IncidentId(42));
    assertThat(entry.by()).isEqualTo(TestRuns.DEVOPS);
    assertThat(entry.account().at()).isEqualTo(TestClock.START);
    assertThat(entry.account().took()).contains(Duration.ofMinutes(3));
    assertThat(entry.account().what()).isEqualTo("A test (clear)");
    assertThat(entry.account().reason())
        .isEqualTo("Asked for by DevOps Engineer, for incident #42. Tests.");
    assertThat(entry.account().impact()).isEqualTo("Did: Empty the cache, Warm it (×2).");
    assertThat(entry.account().issues()).isEmpty();
    assertThat(entry.account().followUp()).isEmpty();
  }

  @Test
  void a_run_that_only_looked_and_one_that_did_nothing_write_none() throws Exception {
    runs.knows("look", "steps:\n  - {id: look, uses: read}\n")
        .knows("never", "steps:\n  - {id: change, uses: change, if: \"1 == 2\"}\n");

    done("look", Optional.empty());
    done("never", Optional.empty());

    assertThat(all()).isEmpty();
  }

  @Test
  void a_run_that_failed_half_way_says_what_it_did_and_what_went_wrong() throws Exception {
    runs.knows("half", CHANGES + "  - {id: check, uses: read, expect: \"1 == 2\"}\n");

    done("half", Optional.empty());

    var account = all().getFirst().account();
    assertThat(account.impact()).startsWith("Did: Empty the cache");
    assertThat(account.issues()).contains("check");
  }

  @Test
  void what_runs_do_that_it_started_stands_in_its_entry() throws Exception {
    runs.knows("clear", CHANGES)
        .knows("outer", "steps:\n  - {id: in, uses: runbook, with: {runbook: clear}}\n");

    var id = done("outer", Optional.empty());

    assertThat(all())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.entry().run()).contains(id);
          assertThat(one.account().impact()).isEqualTo("Did: Empty the cache, Warm it (×2).");
        });
  }

  @Test
  void what_is_rolled_back_after_the_end_is_added_to_the_entry() throws Exception {
    runs.knows("half", CHANGES + "  - {id: check, uses: read, expect: \"1 == 2\"}\n");
    var id = done("half", Optional.empty());
    var before = all().getFirst();
    clock.advance(Duration.ofMinutes(10));

    runs.hands().rollBack(id, TestRuns.LEAD);
    clock.advance(Duration.ofMinutes(1));
    goOn(id);

    var after = all().getFirst();
    assertThat(all()).hasSize(1);
    assertThat(after.entry()).isEqualTo(before.entry());
    assertThat(after.addenda())
        .containsExactly(
            new Addendum(Part.IMPACT, "Took back: Empty the cache.", Who.MUSTER, clock.instant()));
  }

  @Test
  void what_is_rolled_back_of_a_run_that_it_started_is_added_to_its_entry() throws Exception {
    runs.knows("half", CHANGES + "  - {id: check, uses: read, expect: \"1 == 2\"}\n")
        .knows("outer", "steps:\n  - {id: in, uses: runbook, with: {runbook: half}}\n");
    var id = done("outer", Optional.empty());
    var before = all().getFirst();
    var nested = new PostgresRunLists(replica.database()).startedBy(id).getFirst();

    runs.hands().rollBack(nested, TestRuns.LEAD);
    goOn(nested);

    assertThat(all()).hasSize(1);
    assertThat(all().getFirst().entry()).isEqualTo(before.entry());
    assertThat(all().getFirst().addenda())
        .containsExactly(
            new Addendum(Part.IMPACT, "Took back: Empty the cache.", Who.MUSTER, clock.instant()));
  }

  @Test
  void what_came_later_is_told_though_the_clock_of_whoever_did_it_is_behind() throws Exception {
    runs.knows("half", CHANGES + "  - {id: check, uses: read, expect: \"1 == 2\"}\n");
    var id = done("half", Optional.empty());
    clock.advance(Duration.ofMinutes(-1));

    runs.hands().rollBack(id, TestRuns.LEAD);
    goOn(id);

    assertThat(all().getFirst().addenda())
        .extracting(Addendum::text)
        .containsExactly("Took back: Empty the cache.");
  }

  @Test
  void what_an_entry_tells_that_is_older_than_the_memory_of_it_is_not_told_again()
      throws Exception {
    runs.knows("half", CHANGES + "  - {id: check, uses: read, expect: \"1 == 2\"}\n")
        .knows("outer", "steps:\n  - {id: in, uses: runbook, with: {runbook: half}}\n");
    var id = done("outer", Optional.empty());
    var nested = new PostgresRunLists(replica.database()).startedBy(id).getFirst();
    execute("delete from operation_step");

    execute(told());
    runs.hands().rollBack(nested, TestRuns.LEAD);
    goOn(nested);

    assertThat(all().getFirst().addenda())
        .extracting(Addendum::text)
        .containsExactly("Took back: Empty the cache.");
  }

  @Test
  void what_is_being_rolled_back_at_an_upgrade_is_still_to_be_told() throws Exception {
    runs.knows("half", CHANGES + "  - {id: check, uses: read, expect: \"1 == 2\"}\n");
    var id = done("half", Optional.empty());
    runs.hands().rollBack(id, TestRuns.LEAD);
    goOn(id);
    execute("delete from operation_step");
    execute("update run set state = 'running'");

    execute(told());

    assertThat(replica.count("select count(*) from operation_step where path like 'steps%'"))
        .isPositive();
    assertThat(replica.count("select count(*) from operation_step where path like 'rollback%'"))
        .isZero();
  }

  private void execute(String sql) {
    replica.database().with(handle -> handle.execute(sql));
  }

  private static String told() throws IOException {
    try (var sql =
        RunJournal.class.getResourceAsStream(
            "/dev/muster/migrations/V93__operation_step_told.sql")) {
      return new String(Objects.requireNonNull(sql).readAllBytes(), UTF_8);
    }
  }

  @Test
  void the_entry_is_there_with_the_end_or_neither_is() throws Exception {
    var writing = journal.get();
    journal.set((before, after) -> {
      writing.changed(before, after);
      if (after.isOver()) {
        throw new IllegalStateException("killed before the commit");
      }
    });
    runs.knows("clear", CHANGES + "  - {id: last, uses: read}\n");
    var id = runs.start("clear");
    try {
      runs.worker().work(id);
    } catch (IllegalStateException killed) {
      assertThat(killed).hasMessageContaining("killed");
    }
    assertThat(runs.get(id)).matches(run -> !run.isOver());
    assertThat(all()).isEmpty();

    journal.set(writing);
    goOn(id);

    assertThat(all()).hasSize(1);
  }

  @Test
  void a_dry_run_writes_none() throws Exception {
    runs.knows("look", CHANGES);
    var request =
        new Request("look", Map.of(), TestRuns.DEVOPS, Mode.DRY, Map.of(), Optional.empty());
    var started = (Started.Begun) new Starts(runs.means()).start(request);

    goOn(started.run().id());

    assertThat(all()).isEmpty();
  }
}
