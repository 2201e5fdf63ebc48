package dev.muster.integrations.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.Verdict.Standing;
import dev.muster.runbooks.value.Measured;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every runbook that travels with Muster, from its first step to its end, on real parts that are in
 * the trouble that it is for; and its dry run before, which leaves them as they are.
 */
@TestInstance(Lifecycle.PER_CLASS)
class LibraryTest {

  private static final String ROW = "%-34s %-14s %-7s %6s ms  %s%n";

  private final List<Play> plays =
      Stream.of(PeoplePlays.all(), CachePlays.all(), DatabasePlays.all(), TablePlays.all())
          .flatMap(List::stream)
          .toList();
  private final StringBuffer table = new StringBuffer();

  private Targets targets;
  private Player player;

  @BeforeAll
  void open(@TempDir Path files) {
    targets = new Targets(files);
    player = new Player(files, targets.secrets);
    table.append(ROW.formatted("runbook", "steps", "outcome", "", "what came of it"));
  }

  @AfterAll
  void close() throws Exception {
    System.out.println(
        "The library on real parts, each after a dry run that changed nothing:\n" + table);
    player.close();
    targets.close();
  }

  @TestFactory
  Stream<DynamicTest> does_what_it_is_for_and_nothing_when_dry() {
    return plays.stream().map(play -> DynamicTest.dynamicTest(play.name(), () -> play(play)));
  }

  @Test
  void all_are_played() {
    assertThat(plays.stream().map(Play::runbook).distinct())
        .containsExactlyInAnyOrderElementsOf(player.library());
  }

  private void play(Play play) throws Exception {
    try {
      play.trouble().in(targets);
      var inputs = new LinkedHashMap<String, String>();
      play.inputs().forEach((name, value) -> inputs.put(name, value.apply(targets)));
      dry(play, inputs);
      var began = System.nanoTime();
      var run = player.play(play.runbook(), inputs, Mode.REAL, step -> meanwhile(play, step));
      var took = (System.nanoTime() - began) / 1_000_000;
      assertThat(run.course().verdict().standing()).as(player.said(run)).isEqualTo(play.standing());
      assertThat(player.measured(play.runbook(), run))
          .as(player.said(run))
          .noneMatch(Measured.Unknown.class::isInstance);
      tell(play, run, took, play.effect().of(targets, run));
    } finally {
      targets.calm();
    }
  }

  private void dry(Play play, Map<String, String> inputs) throws Exception {
    var before = Snapshot.of(targets);
    var run = player.play(play.runbook(), inputs, Mode.DRY, _ -> {});
    if (play.standing() == Standing.GOOD) {
      assertThat(run.hasSucceeded()).as(player.said(run)).isTrue();
    }
    assertThat(Snapshot.of(targets)).as("dry run of " + play.name()).isEqualTo(before);
    assertThat(play.happened().getAsBoolean()).isFalse();
  }

  private void meanwhile(Play play, String step) {
    try {
      play.meanwhile().at(targets, step);
    } catch (Exception e) {
      throw new AssertionError(step, e);
    }
  }

  private void tell(Play play, Run run, long took, String effect) {
    var done = Seen.count(run, StepState.Done.class);
    var skipped = Seen.count(run, StepState.Skipped.class);
    var steps = done + " done" + (skipped == 0 ? "" : ", " + skipped + " out");
    var outcome = run.course().verdict().isGood() ? "well" : "failed";
    table.append(ROW.formatted(play.name(), steps, outcome, took, effect));
  }
}
