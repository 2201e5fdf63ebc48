package dev.muster.commands.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The reckoning of handoffs against plain walking. Each test is named by its seed. */
class RotationPropertyTest {

  private static final int SEEDS = 150;

  /** Watches the clock minute by minute, as somebody who knows nothing of offsets would. */
  @TestFactory
  Stream<DynamicTest> a_watched_clock_shows_the_same_handoffs() {
    return seeds(seed -> {
      var random = new Random(seed);
      var zone = TestSchedules.zone(random);
      var begin = TestSchedules.instant(random, zone).minus(Duration.ofDays(1));
      var rotation =
          TestSchedules.rotation(
              random,
              LocalDateTime.ofInstant(begin, zone).plusMinutes(random.nextInt(-90_000, 90_000)));
      var highest = LocalDateTime.ofInstant(begin.minus(Duration.ofDays(2)), zone);
      var at = begin.minus(Duration.ofDays(2));
      for (; at.isBefore(begin); at = at.plusSeconds(60)) {
        highest = later(highest, LocalDateTime.ofInstant(at, zone));
      }
      var number = rotation.numberAt(begin, zone);

      for (; at.isBefore(begin.plus(Duration.ofDays(3))); at = at.plusSeconds(60)) {
        highest = later(highest, LocalDateTime.ofInstant(at, zone));
        while (!rotation.turn().after(rotation.start(), number + 1).isAfter(highest)) {
          number++;
          assertThat(rotation.handoff(number, zone)).as("%s %s", zone, rotation).isEqualTo(at);
        }
        assertThat(rotation.numberAt(at, zone))
            .as("%s %s %s", zone, rotation, at)
            .isEqualTo(number);
      }
    });
  }

  private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
    return one.isAfter(other) ? one : other;
  }

  @TestFactory
  Stream<DynamicTest> the_shift_of_an_instant_holds_the_instant() {
    return seeds(seed -> {
      var random = new Random(seed);
      for (var round = 0; round < 200; round++) {
        var zone = TestSchedules.zone(random);
        var at = TestSchedules.instant(random, zone).plusNanos(random.nextInt(2) - 1);
        var start = LocalDateTime.ofInstant(TestSchedules.instant(random, zone), zone);
        var rotation = TestSchedules.rotation(random, start);

        var number = rotation.numberAt(at, zone);

        var shown = "%s %s at %s".formatted(zone, rotation, at);
        assertThat(rotation.handoff(number, zone)).as(shown).isBeforeOrEqualTo(at);
        assertThat(rotation.handoff(number + 1, zone)).as(shown).isAfter(at);
      }
    });
  }

  /** Whole histories, local mean times with their seconds and days lived twice included. */
  @Test
  void around_every_change_of_every_zone_each_instant_is_in_its_shift() {
    for (var name : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      var zone = ZoneId.of(name);
      for (var change : zone.getRules().getTransitions()) {
        var start = change.getDateTimeBefore().minusDays(400).plusMinutes(7);
        for (var turn : new Turn[] {new Turn(1, Turn.Unit.HOUR), new Turn(1, Turn.Unit.DAY)}) {
          around(new Rotation(turn, start), zone, change.getInstant());
        }
      }
    }
  }

  private static void around(Rotation rotation, ZoneId zone, Instant change) {
    for (var minutes = -1_500; minutes <= 1_500; minutes += 119) {
      var at = change.plusSeconds(60L * minutes);
      var number = rotation.numberAt(at, zone);
      if (rotation.handoff(number, zone).isAfter(at)
          || !rotation.handoff(number + 1, zone).isAfter(at)) {
        throw new AssertionError("%s %s at %s is not in %d".formatted(zone, rotation, at, number));
      }
    }
  }

  private static Stream<DynamicTest> seeds(IntConsumer test) {
    return IntStream.range(0, SEEDS)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> test.accept(seed)));
  }
}
