package dev.muster.commands.oncall.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.commands.oncall.Layer;
import dev.muster.commands.oncall.LayeredOnCall;
import dev.muster.commands.oncall.Rotation;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.Turn;
import dev.muster.commands.people.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VersionedOnCallTest {

  private static final Instant MONDAY = Instant.parse("2024-12-02T00:00:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2024-12-04T10:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2024-12-06T00:00:00Z");
  private static final Instant END = Instant.parse("2024-12-09T00:00:00Z");

  private final Schedule ann = schedule("ann", "bob");
  private final Schedule bob = schedule("bob", "ann");

  @Test
  void a_change_in_the_middle_of_a_week_ends_one_shift_and_begins_another() {
    var onCall =
        onCall(
            new ScheduleVersion(Instant.EPOCH, Optional.of(ann)),
            new ScheduleVersion(WEDNESDAY, Optional.of(bob)));

    assertThat(onCall.shifts(bob, MONDAY, END))
        .extracting(shift -> shift.person().value(), shift -> shift.from(), shift -> shift.until())
        .containsExactly(tuple("ann", MONDAY, WEDNESDAY), tuple("bob", WEDNESDAY, END));
    assertThat(onCall.at(bob, WEDNESDAY.minusNanos(1)).getFirst().person())
        .isEqualTo(new PersonId("ann"));
    assertThat(onCall.at(bob, WEDNESDAY).getFirst().person()).isEqualTo(new PersonId("bob"));
  }

  @Test
  void before_the_first_version_that_one_counts() {
    var onCall = onCall(new ScheduleVersion(WEDNESDAY, Optional.of(ann)));

    assertThat(onCall.shifts(ann, MONDAY, END))
        .extracting(shift -> shift.person().value(), shift -> shift.from(), shift -> shift.until())
        .containsExactly(tuple("ann", MONDAY, END));
  }

  @Test
  void while_a_schedule_was_taken_out_nobody_was_on_call() {
    var onCall =
        onCall(
            new ScheduleVersion(Instant.EPOCH, Optional.of(ann)),
            new ScheduleVersion(WEDNESDAY, Optional.empty()),
            new ScheduleVersion(FRIDAY, Optional.of(ann)));

    assertThat(onCall.shifts(ann, MONDAY, END))
        .extracting(shift -> shift.from(), shift -> shift.until())
        .containsExactly(tuple(MONDAY, WEDNESDAY), tuple(FRIDAY, END));
    assertThat(onCall.at(ann, WEDNESDAY)).isEmpty();
  }

  @Test
  void a_schedule_that_was_never_accepted_is_taken_as_it_is() {
    assertThat(onCall().at(ann, MONDAY)).hasSize(1);
  }

  private static VersionedOnCall onCall(ScheduleVersion... versions) {
    return new VersionedOnCall(new LayeredOnCall(), _ -> Arrays.asList(versions));
  }

  private static Schedule schedule(String... people) {
    var week = new Turn(1, Turn.Unit.WEEK);
    var start = LocalDateTime.ofInstant(MONDAY, ZoneOffset.UTC);
    var turns = Arrays.stream(people).map(PersonId::new).toList();
    return new Schedule(
        "primary", ZoneOffset.UTC, List.of(new Layer(new Rotation(week, start), turns, 0)));
  }
}
