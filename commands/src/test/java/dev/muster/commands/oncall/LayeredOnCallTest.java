package dev.muster.commands.oncall;

import static dev.muster.commands.oncall.TestSchedules.layer;
import static dev.muster.commands.oncall.TestSchedules.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.muster.commands.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayeredOnCallTest {

  private final OnCall onCall = new LayeredOnCall();

  @Test
  void a_week_begins_on_monday_at_midnight_in_nairobi() {
    var primary =
        schedule(
            "primary",
            "Africa/Nairobi",
            layer("1 week", "2024-12-02T00:00", 1, "devops", "backend", "android-lead"));

    assertThat(show(primary, "2024-12-04T12:00:00Z", "2024-12-16T12:00:00Z"))
        .containsExactly(
            "devops 2024-12-01T21:00:00Z 2024-12-08T21:00:00Z",
            "backend 2024-12-08T21:00:00Z 2024-12-15T21:00:00Z",
            "android-lead 2024-12-15T21:00:00Z 2024-12-22T21:00:00Z");
    assertThat(at(primary, "2024-12-22T21:00:00Z")).containsExactly("devops");
    assertThat(at(primary, "2024-12-22T20:59:59.999999999Z")).containsExactly("android-lead");
  }

  @Test
  void nobody_is_on_call_before_the_first_handoff() {
    var primary = schedule("primary", "UTC", layer("1 day", "2026-03-02T09:00", 0, "a", "b"));

    assertThat(at(primary, "2026-03-02T08:59:59Z")).isEmpty();
    assertThat(show(primary, "2026-03-01T00:00:00Z", "2026-03-02T10:00:00Z"))
        .containsExactly(
            "gap 2026-03-01T00:00:00Z 2026-03-02T09:00:00Z",
            "a 2026-03-02T09:00:00Z 2026-03-03T09:00:00Z");
    assertThat(show(primary, "2026-03-01T00:00:00Z", "2026-03-02T09:00:00Z"))
        .containsExactly("gap 2026-03-01T00:00:00Z 2026-03-02T09:00:00Z");
  }

  @Test
  void equal_layers_run_side_by_side() {
    var both =
        schedule(
            "both",
            "UTC",
            layer("1 day", "2026-03-02T09:00", 0, "a", "b"),
            layer("12 hours", "2026-03-02T09:00", 0, "c", "d"));

    assertThat(at(both, "2026-03-03T22:00:00Z")).containsExactly("b", "d");
    assertThat(onCall.at(both, Instant.parse("2026-03-03T22:00:00Z")))
        .extracting(Shift::layer)
        .containsExactly(1, 2);
  }

  @Test
  void a_higher_layer_ends_the_shift_of_a_lower_one_where_it_begins() {
    var changed =
        schedule(
            "changed",
            "UTC",
            layer("1 week", "2026-03-02T00:00", 0, "a", "b"),
            layer("1 day", "2026-03-11T08:00", 5, "c"));

    assertThat(show(changed, "2026-03-10T00:00:00Z", "2026-03-12T00:00:00Z"))
        .containsExactly(
            "b 2026-03-09T00:00:00Z 2026-03-11T08:00:00Z",
            "c 2026-03-11T08:00:00Z 2026-03-12T08:00:00Z");
    assertThat(at(changed, "2026-03-20T00:00:00Z")).containsExactly("c");
  }

  @Test
  void two_handoffs_in_one_gap_leave_out_the_shift_between_them() {
    var apia =
        schedule("apia", "Pacific/Apia", layer("12 hours", "2011-12-29T08:00", 0, "a", "b", "c"));

    assertThat(show(apia, "2011-12-30T00:00:00Z", "2011-12-30T18:30:00Z"))
        .containsExactly(
            "a 2011-12-29T18:00:00Z 2011-12-30T06:00:00Z",
            "b 2011-12-30T06:00:00Z 2011-12-30T10:00:00Z",
            "a 2011-12-30T10:00:00Z 2011-12-30T18:00:00Z",
            "b 2011-12-30T18:00:00Z 2011-12-31T06:00:00Z");
  }

  @Test
  void the_next_shift_is_the_one_that_begins_next() {
    var late = schedule("late", "UTC", layer("2 months", "2027-01-31T09:00", 0, "a", "b"));

    assertThat(next(late, "2026-03-02T00:00:00Z")).containsExactly("a 2027-01-31T09:00:00Z");
    assertThat(next(late, "2027-01-31T08:59:59Z")).containsExactly("a 2027-01-31T09:00:00Z");
    assertThat(next(late, "2027-01-31T09:00:00Z")).containsExactly("b 2027-03-31T09:00:00Z");
  }

  @Test
  void a_next_shift_beyond_the_horizon_is_none() {
    var far = schedule("far", "UTC", layer("1 hour", "2032-01-01T00:00", 0, "a"));

    assertThat(next(far, "2026-03-02T00:00:00Z")).isEmpty();
  }

  @Test
  void nothing_is_asked_for_and_nothing_answered() {
    var primary = schedule("primary", "UTC", layer("1 day", "2026-03-02T09:00", 0, "a", "b"));
    var noon = Instant.parse("2026-03-04T12:00:00Z");

    assertThat(onCall.stretches(primary, noon, noon)).isEmpty();
  }

  @Test
  void years_since_the_start_cost_nothing() {
    var old =
        schedule("old", "America/Chicago", layer("1 hour", "0001-01-01T00:30", 0, "a", "b", "c"));
    var first = Instant.parse("2026-03-08T00:00:00Z");

    var shifts =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> {
              var count = 0L;
              for (var minute = 0; minute < 20_000; minute++) {
                count += onCall.at(old, first.plusSeconds(60L * minute)).size();
              }
              return count;
            });

    assertThat(shifts).isEqualTo(20_000);
  }

  private List<String> show(Schedule schedule, String from, String to) {
    return onCall.stretches(schedule, Instant.parse(from), Instant.parse(to)).stream()
        .map(LayeredOnCallTest::show)
        .toList();
  }

  private static String show(Stretch stretch) {
    var who =
        switch (stretch) {
          case Shift shift -> shift.person().value();
          case Gap _ -> "gap";
        };
    return who + " " + stretch.from() + " " + stretch.until();
  }

  private List<String> at(Schedule schedule, String at) {
    return onCall.at(schedule, Instant.parse(at)).stream()
        .map(Shift::person)
        .map(PersonId::value)
        .toList();
  }

  private List<String> next(Schedule schedule, String after) {
    return onCall.next(schedule, Instant.parse(after)).stream()
        .map(shift -> shift.person() + " " + shift.from())
        .toList();
  }
}
