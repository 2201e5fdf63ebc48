package dev.muster.commands.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import tools.jackson.databind.JsonNode;

/** When a clock shows a time on a day; its description says whether a window's end is meant. */
record ClockCase(LocalDateTime time, ZoneId zone, boolean isEnd, String instant) {

  static final String TYPE = "wall_clock";

  static ClockCase of(JsonNode json) {
    var day = LocalDate.parse(json.path("at").asString());
    return new ClockCase(
        day.atTime(LocalTime.parse(json.path("start").asString())),
        ZoneId.of(json.path("timezone").asString()),
        json.path("description").asString().contains("ENDS"),
        json.path("expect").path("instant").asString());
  }

  void check() {
    var found = isEnd ? WallClock.last(time, zone) : WallClock.first(time, zone);

    assertThat(found).isEqualTo(CaseTime.instant(instant, zone));
  }
}
