package dev.muster.commands.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every schedule, time zone and date. Each test is named by its seed. */
class OnCallPropertyTest {

  private static final int SEEDS = 200;

  private final OnCall onCall = new LayeredOnCall();

  /** A schedule of the dice, and a time to ask about. */
  private record Question(Random random, Schedule schedule, Instant from, Instant to) {

    static Question of(int seed) {
      var random = new Random(seed);
      var zone = TestSchedules.zone(random);
      var from = TestSchedules.instant(random, zone).minus(Duration.ofDays(2));
      var to = from.plus(Duration.ofMinutes(1 + random.nextInt(20_000)));
      return new Question(random, TestSchedules.schedule(random, zone, from), from, to);
    }

    Instant inside() {
      return from.plusSeconds(random.nextLong(Duration.between(from, to).toSeconds()));
    }
  }

  @TestFactory
  Stream<DynamicTest> the_shifts_of_one_layer_and_the_gaps_tile_the_time() {
    return questions(question -> {
      for (var layer : question.schedule().layers()) {
        var alone = new Schedule("alone", question.schedule().zone(), List.of(layer));
        var stretches = onCall.stretches(alone, question.from(), question.to());

        assertThat(stretches.getFirst().from()).isBeforeOrEqualTo(question.from());
        assertThat(stretches.getLast().until()).isAfterOrEqualTo(question.to());
        for (var i = 1; i < stretches.size(); i++) {
          assertThat(stretches.get(i).from()).isEqualTo(stretches.get(i - 1).until());
        }
        assertThat(stretches).allMatch(it -> it.from().isBefore(it.until()));
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> layers_overlap_only_with_their_equals() {
    return questions(question -> {
      var layers = question.schedule().layers();
      for (var one : shifts(question)) {
        for (var other : shifts(question)) {
          if (!one.equals(other) && overlap(one, other)) {
            assertThat(one.layer()).isNotEqualTo(other.layer());
            assertThat(layers.get(one.layer() - 1).priority())
                .isEqualTo(layers.get(other.layer() - 1).priority());
          }
        }
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> at_an_instant_are_those_whose_shifts_hold_it() {
    return questions(question -> {
      for (var round = 0; round < 20; round++) {
        var at = question.inside();

        assertThat(onCall.at(question.schedule(), at))
            .as("%s at %s", question.schedule(), at)
            .containsExactlyInAnyOrderElementsOf(
                shifts(question).stream()
                    .filter(shift -> !shift.from().isAfter(at) && shift.until().isAfter(at))
                    .toList());
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> asking_in_pieces_is_asking_at_once() {
    return questions(question -> {
      var cuts =
          Stream.concat(
                  Stream.of(question.from(), question.to()),
                  Stream.generate(question::inside).limit(question.random().nextInt(6)))
              .sorted()
              .toList();
      var pieces = new LinkedHashSet<Shift>();
      for (var i = 1; i < cuts.size(); i++) {
        pieces.addAll(onCall.shifts(question.schedule(), cuts.get(i - 1), cuts.get(i)));
      }

      assertThat(pieces).containsExactlyInAnyOrderElementsOf(shifts(question));
    });
  }

  @TestFactory
  Stream<DynamicTest> walking_every_turn_since_the_start_finds_the_same_people() {
    return questions(question -> {
      for (var round = 0; round < 10; round++) {
        var at = question.inside();
        assertThat(onCall.at(question.schedule(), at).stream().map(Shift::person).toList())
            .as("%s at %s", question.schedule(), at)
            .containsExactlyInAnyOrderElementsOf(walked(question.schedule(), at));
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> the_next_shift_is_the_first_of_the_list() {
    return questions(question -> {
      var after = question.inside();
      var later =
          onCall.shifts(question.schedule(), after, question.to()).stream()
              .filter(shift -> shift.from().isAfter(after))
              .findFirst();
      later.ifPresent(shift -> assertThat(onCall.next(question.schedule(), after)).contains(shift));
      assertThat(onCall.next(question.schedule(), after)).isPresent();
    });
  }

  private List<Shift> shifts(Question question) {
    return onCall.shifts(question.schedule(), question.from(), question.to());
  }

  private static boolean overlap(Shift one, Shift other) {
    return one.from().isBefore(other.until()) && other.from().isBefore(one.until());
  }

  /** The slow way: from the start, handoff by handoff, with Java's own idea of a local time. */
  private static List<PersonId> walked(Schedule schedule, Instant at) {
    var begun = new ArrayList<Layer>();
    for (var layer : schedule.layers()) {
      if (!instant(layer.rotation().start(), schedule.zone()).isAfter(at)) {
        begun.add(layer);
      }
    }
    var highest = begun.stream().mapToInt(Layer::priority).max().orElse(0);
    var people = new ArrayList<PersonId>();
    for (var layer : begun) {
      if (layer.priority() == highest) {
        people.add(walked(layer, schedule.zone(), at));
      }
    }
    return people;
  }

  private static PersonId walked(Layer layer, ZoneId zone, Instant at) {
    var rotation = layer.rotation();
    var turns = 0;
    while (!instant(after(rotation, turns + 1), zone).isAfter(at)) {
      turns++;
    }
    return layer.participants().get(turns % layer.participants().size());
  }

  private static LocalDateTime after(Rotation rotation, long turns) {
    var count = turns * rotation.turn().count();
    return switch (rotation.turn().unit()) {
      case HOUR -> rotation.start().plusHours(count);
      case DAY -> rotation.start().plusDays(count);
      case WEEK -> rotation.start().plusDays(7 * count);
      case MONTH -> rotation.start().plusMonths(count);
    };
  }

  /** Java moves a time in a gap behind it by the gap's length; the rule takes the gap's end. */
  private static Instant instant(LocalDateTime time, ZoneId zone) {
    var moved = time.atZone(zone);
    return moved.toLocalDateTime().equals(time)
        ? moved.toInstant()
        : zone.getRules().previousTransition(moved.toInstant()).getInstant();
  }

  private static Stream<DynamicTest> questions(Consumer<Question> test) {
    return IntStream.range(0, SEEDS)
        .mapToObj(
            seed -> DynamicTest.dynamicTest("seed " + seed, () -> test.accept(Question.of(seed))));
  }
}
