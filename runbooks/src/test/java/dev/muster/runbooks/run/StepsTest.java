package dev.muster.runbooks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.StepState.Started;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StepsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void it_is_as_a_map_ordered_by_path() {
    var model = new TreeMap<StepPath, StepRecord>();
    var steps = Steps.NONE;
    for (var i = 0; i < 500; i++) {
      var before = steps;
      var step = step(path(), i);
      model.put(step.path(), step);
      steps = steps.with(step);

      assertThat(steps.all()).as("seed %d", seed).containsExactlyElementsOf(model.values());
      assertThat(steps.changedSince(before)).as("seed %d", seed).containsExactly(step);
      assertThat(steps.find(step.path())).contains(step);
    }
    assertThat(Steps.of(List.copyOf(model.descendingMap().values()))).isEqualTo(steps);
  }

  @Test
  void what_changed_is_found_among_many_and_what_is_the_same_again_is_not() {
    var before = Steps.NONE;
    for (var index = 0; index < 20; index++) {
      before = before.with(step(StepPath.of(Phase.STEPS, index), 1));
    }
    var other = step(StepPath.of(Phase.STEPS, 7), 2);
    var added = step(StepPath.of(Phase.STEPS, 7).item(0), 1);

    var after = before.with(step(StepPath.of(Phase.STEPS, 3), 1)).with(added).with(other);

    assertThat(after.changedSince(before)).containsExactly(other, added);
  }

  @Test
  void items_are_those_of_one_step_alone() {
    var whole = StepPath.of(Phase.STEPS, 1);
    var first = step(whole.item(0), 1);
    var last = step(whole.item(12), 1);
    var all =
        List.of(
            step(StepPath.of(Phase.STEPS, 0).item(5), 1),
            step(whole, 1),
            last,
            first,
            step(StepPath.of(Phase.STEPS, 2), 1));

    assertThat(Steps.of(all).items(whole)).containsExactly(first, last);
    assertThat(Steps.of(all).items(StepPath.of(Phase.ALWAYS, 1))).isEmpty();
  }

  private StepPath path() {
    var phase = Phase.values()[random.nextInt(Phase.values().length)];
    var whole = StepPath.of(phase, random.nextInt(12));
    return random.nextBoolean() ? whole : whole.item(random.nextInt(12));
  }

  private static StepRecord step(StepPath path, int attempts) {
    var started = new Started(NOW, Map.of("attempts", (long) attempts));
    return StepRecord.of(path, "one", NOW, started);
  }
}
