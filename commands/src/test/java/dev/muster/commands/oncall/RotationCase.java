package dev.muster.commands.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A rotation, asked at an instant. */
record RotationCase(Layer layer, ZoneId zone, Instant at, JsonNode expect) {

  private static final Map<String, Turn.Unit> UNITS =
      Map.of(
          "hourly", Turn.Unit.HOUR,
          "daily", Turn.Unit.DAY,
          "weekly", Turn.Unit.WEEK,
          "monthly", Turn.Unit.MONTH);
  private static final List<PersonId> SOMEBODY = List.of(new PersonId("somebody"));

  static final Set<String> TYPES = UNITS.keySet();

  static RotationCase of(JsonNode json) {
    var zone = ZoneId.of(json.path("timezone").asString());
    var unit = UNITS.get(json.path("type").asString());
    var turn = new Turn(json.path("shift_length").asInt(1), unit);
    var rotation = new Rotation(turn, LocalDateTime.parse(json.path("start").asString()));
    var people =
        json.path("participants").valueStream().map(it -> new PersonId(it.asString())).toList();
    return new RotationCase(
        new Layer(rotation, people.isEmpty() ? SOMEBODY : people, 0),
        zone,
        CaseTime.instant(json.path("at").asString(), zone),
        json.path("expect"));
  }

  void check() {
    var number = layer.rotation().numberAt(at, zone);
    var start = layer.rotation().handoff(number, zone);
    var end = layer.rotation().handoff(number + 1, zone);
    var person = layer.participant(number);

    expect.properties().forEach(it -> check(it.getKey(), it.getValue(), start, end, person));
    if (number >= 0) {
      assertThat(new LayeredOnCall().at(new Schedule("case", zone, List.of(layer)), at))
          .containsExactly(new Shift(person, start, end, Shift.Via.ROTATION, 1));
    }
  }

  private void check(String what, JsonNode value, Instant start, Instant end, PersonId person) {
    switch (what) {
      case "shift_start" -> assertThat(start).as(what).isEqualTo(instant(value));
      case "shift_end", "next_shift_start" -> assertThat(end).as(what).isEqualTo(instant(value));
      case "elapsed_hours" ->
          assertThat(Duration.between(start, end).toMinutes() / 60.0)
              .as(what)
              .isEqualTo(value.asDouble());
      case "on_call" ->
          assertThat(value.valueStream().map(JsonNode::asString))
              .as(what)
              .containsExactly(person.value());
      default -> throw new AssertionError("no such expectation: " + what);
    }
  }

  private Instant instant(JsonNode value) {
    return CaseTime.instant(value.asString(), zone);
  }
}
