package dev.muster.runbooks.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.language.Triggers.ByTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In Berlin the clock is put forward at 01:00Z on 29 March and back at 01:00Z on 25 October. */
class TicksTest {

  private static final String BERLIN = "Europe/Berlin";

  @Test
  void comes_by_the_clock_on_the_wall() {
    assertThat(after("0 3 * * SUN", "Africa/Nairobi", "2026-11-21T10:00:00Z", 2))
        .containsExactly("2026-11-22T00:00:00Z", "2026-11-29T00:00:00Z");
  }

  @Test
  void a_tick_itself_is_not_behind_itself() {
    assertThat(after("0 3 * * *", "UTC", "2026-11-22T03:00:00Z", 1))
        .containsExactly("2026-11-23T03:00:00Z");
  }

  @Test
  void an_hour_that_the_clock_leaves_out_comes_as_soon_as_it_is_over_and_once() {
    assertThat(after("30 2 * * *", BERLIN, "2026-03-28T12:00:00Z", 2))
        .containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z");
  }

  @Test
  void an_hour_that_comes_twice_starts_once() {
    assertThat(after("30 2 * * *", BERLIN, "2026-10-24T12:00:00Z", 2))
        .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
  }

  @Test
  void what_comes_every_half_hour_goes_on_while_the_clock_is_put_back() {
    assertThat(after("*/30 * * * *", BERLIN, "2026-10-24T23:45:00Z", 6))
        .containsExactly(
            "2026-10-25T00:00:00Z",
            "2026-10-25T00:30:00Z",
            "2026-10-25T01:00:00Z",
            "2026-10-25T01:30:00Z",
            "2026-10-25T02:00:00Z",
            "2026-10-25T02:30:00Z");
  }

  @Test
  void what_comes_every_half_hour_goes_on_while_the_clock_is_put_forward() {
    assertThat(after("*/30 * * * *", BERLIN, "2026-03-29T00:20:00Z", 3))
        .containsExactly("2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z");
  }

  @Test
  void the_last_day_is_one_of_them() {
    var ticks = ticks("0 23 * * *", "Africa/Nairobi", Optional.of(LocalDate.of(2026, 11, 22)));

    assertThat(ticks.after(Instant.parse("2026-11-21T20:00:00Z")))
        .contains(Instant.parse("2026-11-22T20:00:00Z"));
    assertThat(ticks.after(Instant.parse("2026-11-22T20:00:00Z"))).isEmpty();
  }

  @Test
  void a_day_that_no_month_has_never_comes() {
    assertThat(Ticks.areThere(Ticks.cron("0 3 30 2 *"))).isFalse();
    assertThat(Ticks.areThere(Ticks.cron("0 3 29 2 *"))).isTrue();
  }

  private static List<String> after(String cron, String zone, String time, int many) {
    var ticks = ticks(cron, zone, Optional.empty());
    return Stream.iterate(Instant.parse(time), at -> ticks.after(at).orElseThrow())
        .skip(1)
        .limit(many)
        .map(Instant::toString)
        .toList();
  }

  private static Ticks ticks(String cron, String zone, Optional<LocalDate> until) {
    return Ticks.of(new ByTime(cron, ZoneId.of(zone), until, Optional.empty(), Map.of()));
  }
}
