package dev.muster.integrations.postgres.run;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.testing.Gate;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.engine.port.RunStore.Change;
import dev.muster.runbooks.engine.port.RunStore.Held;
import dev.muster.runbooks.engine.port.RunStore.Saved;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState.Started;
import java.lang.Thread.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedSavesTest {

  private static final StepPath FIRST = StepPath.of(Phase.STEPS, 0);

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final Gate gate = new Gate();
  private final Set<RunId> stopped = new HashSet<>();
  private final Set<RunId> refused = new HashSet<>();
  private final TestRuns runs =
      TestRuns.toldTo(replica, this::changed)
          .knows("test", "steps: [{id: one, uses: change}, {id: two, uses: change}]\n");

  @AfterEach
  void close() {
    gate.open();
    replica.close();
  }

  @Test
  void what_comes_while_a_commit_is_in_flight_shares_the_next() throws Exception {
    var first = claimed(9);

    var saves = together(first);
    gate.open();

    for (var save : saves) {
      assertThat(save.get(10, TimeUnit.SECONDS)).isInstanceOf(Saved.Kept.class);
    }
    assertThat(first).allMatch(held -> isStarted(held.run().id()));
    assertThat(commits(first)).isEqualTo(2);
  }

  @Test
  void a_run_that_somebody_is_at_keeps_no_other_waiting() throws Exception {
    var held = claimed(3);
    var saves = together(held);

    replica
        .database()
        .inTransaction(() -> {
          runs.means()
              .store()
              .change(held.get(1).run().id(), run -> new Change<>(Optional.empty(), run));
          gate.open();
          await().until(saves.getLast()::isDone);
          return assertThat(saves.get(1)).isNotDone();
        });

    assertThat(saves.get(1).get(10, TimeUnit.SECONDS)).isInstanceOf(Saved.Kept.class);
    assertThat(held).allMatch(one -> isStarted(one.run().id()));
  }

  @Test
  void what_is_refused_is_refused_alone() throws Exception {
    var held = claimed(3);
    refused.add(held.get(1).run().id());

    var saves = together(held);
    gate.open();

    assertThat(saves.getLast().get(10, TimeUnit.SECONDS)).isInstanceOf(Saved.Kept.class);
    assertThatThrownBy(() -> saves.get(1).get(10, TimeUnit.SECONDS)).hasMessageContaining("no");
    assertThat(isStarted(held.get(1).run().id())).isFalse();
    assertThat(isStarted(held.getLast().run().id())).isTrue();
  }

  @Test
  void who_lost_a_run_writes_nothing_beside_others_either() throws Exception {
    var held = claimed(3);
    runs.means().store().claim(held.get(1).run().id());

    var saves = together(held);
    gate.open();

    assertThat(saves.get(1).get(10, TimeUnit.SECONDS)).isInstanceOf(Saved.Lost.class);
    assertThat(isStarted(held.get(1).run().id())).isFalse();
    assertThat(saves.getLast().get(10, TimeUnit.SECONDS)).isInstanceOf(Saved.Kept.class);
  }

  /** After the database was away both may come at once: the one was thought dead. */
  @Test
  void of_two_who_think_that_they_have_a_run_only_the_later_writes() throws Exception {
    var held = claimed(2);
    var lost = held.getLast();
    var now = runs.means().store().claim(lost.run().id()).orElseThrow();

    var saves = together(List.of(held.getFirst(), lost, now));
    gate.open();

    assertThat(saves.get(1).get(10, TimeUnit.SECONDS)).isInstanceOf(Saved.Lost.class);
    assertThat(saves.getLast().get(10, TimeUnit.SECONDS)).isInstanceOf(Saved.Kept.class);
  }

  private void changed(Optional<Run> before, Run after) {
    if (stopped.remove(after.id())) {
      gate.pass();
    }
    if (before.isPresent() && refused.contains(after.id())) {
      throw new IllegalStateException("no");
    }
  }

  /** Every other run: neighbours do not share. */
  private List<Held> claimed(int number) {
    return Stream.generate(() -> runs.start("test"))
        .limit(2L * number)
        .filter(id -> id.value() % 2 == 0)
        .map(id -> runs.means().store().claim(id).orElseThrow())
        .toList();
  }

  /** The first is in the middle of its commit, and all others wait for it. */
  private List<FutureTask<Saved>> together(List<Held> all) {
    stopped.add(all.getFirst().run().id());
    var saves = new ArrayList<FutureTask<Saved>>();
    for (var held : all) {
      var save = new FutureTask<>(() -> runs.means().store().save(held, begun(held), List.of()));
      var thread = Thread.ofPlatform().daemon().start(save);
      saves.add(save);
      await().until(() -> thread.getState() == State.WAITING || isAtGate(thread));
    }
    gate.awaitSomebody();
    return saves;
  }

  private static boolean isAtGate(Thread thread) {
    return thread.getState() == State.TIMED_WAITING;
  }

  private Run begun(Held held) {
    var started = new Started(clock.instant(), Map.of());
    return held.run().with(StepRecord.of(FIRST, "one", clock.instant(), started));
  }

  private boolean isStarted(RunId id) {
    return runs.get(id).steps().find(FIRST).isPresent();
  }

  private long commits(List<Held> all) {
    var ids = all.stream().map(held -> held.run().id().toString()).collect(joining(","));
    return replica.count(
        "select count(distinct xmin::text) from run where id in (%s)".formatted(ids));
  }
}
