package dev.muster.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.oncall.Layer;
import dev.muster.commands.oncall.LayeredOnCall;
import dev.muster.commands.oncall.Rotation;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.Turn;
import dev.muster.commands.people.PersonId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnCallApiTest {

  private static final Schedule PRIMARY = schedule("primary", "1 week", "2024-12-02T00:00");
  private static final Schedule BACKUP = schedule("backup", "1 day", "2026-03-05T09:00");

  private final OnCallApi api = api(PRIMARY, BACKUP);

  @Test
  void who_is_on_call_is_told_with_the_whole_shift() {
    assertThat(
            api.onCall(call("", Map.of("schedule", "primary", "at", "2024-12-04T12:00:00+03:00"))))
        .isEqualTo(
            new JsonObject(
                """
                {"schedule": "primary", "at": "2024-12-04T09:00:00Z", "onCall": [
                  {"person": "devops", "from": "2024-12-01T21:00:00Z",
                   "until": "2024-12-08T21:00:00Z", "via": "rotation"}]}
                """));
  }

  @Test
  void now_is_meant_where_no_time_is_given_and_nobody_is_an_empty_list() {
    assertThat(api.onCall(call("", Map.of("schedule", "backup"))))
        .isEqualTo(
            new JsonObject(
                """
                {"schedule": "backup", "at": "2026-03-02T10:00:00Z", "onCall": []}
                """));
  }

  @Test
  void the_only_schedule_need_not_be_named() {
    assertThat(api(PRIMARY).onCall(call("", Map.of())).getString("schedule")).isEqualTo("primary");
    assertThat(refused(() -> api.onCall(call("", Map.of()))))
        .isEqualTo("schedule is missing. Known: primary, backup.");
    assertThat(refused(() -> api().onCall(call("", Map.of()))))
        .isEqualTo("No schedule is configured.");
  }

  @Test
  void shifts_are_whole_and_gaps_have_nobody() {
    var query = Map.of("from", "2026-03-04T00:00:00 03:00", "to", "2026-03-06T00:00:00+03:00");

    assertThat(api.shifts(call("backup", query)))
        .isEqualTo(
            new JsonObject(
                """
                {"shifts": [
                  {"from": "2026-03-03T21:00:00Z", "until": "2026-03-05T06:00:00Z"},
                  {"person": "devops", "from": "2026-03-05T06:00:00Z",
                   "until": "2026-03-06T06:00:00Z", "via": "rotation", "layer": 1}]}
                """));
  }

  @Test
  void four_weeks_are_told_where_no_time_is_given() {
    assertThat(api.shifts(call("primary", Map.of())).getJsonArray("shifts")).hasSize(5);
  }

  @Test
  void pages_follow_each_other_to_the_end() {
    var first = api.shifts(call("primary", Map.of("limit", "3")));
    var second =
        api.shifts(call("primary", Map.of("limit", "3", "cursor", first.getString("nextCursor"))));

    assertThat(first.getJsonArray("shifts")).hasSize(3);
    assertThat(second.getJsonArray("shifts")).hasSize(2);
    assertThat(second.containsKey("nextCursor")).isFalse();
    assertThat(
            new JsonArray()
                .addAll(first.getJsonArray("shifts"))
                .addAll(second.getJsonArray("shifts")))
        .isEqualTo(api.shifts(call("primary", Map.of())).getJsonArray("shifts"));
  }

  @Test
  void a_handoff_between_two_pages_leaves_nothing_out() {
    var first = api.shifts(call("primary", Map.of("limit", "2")));
    var query = Map.of("limit", "2", "cursor", first.getString("nextCursor"));
    var later = api(Instant.parse("2026-03-09T10:00:00Z"), PRIMARY);

    assertThat(later.shifts(call("primary", query))).isEqualTo(api.shifts(call("primary", query)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to     | 2026-03-01T00:00:00Z           | to must be later than from.",
        "to     | 2028-03-01T00:00:00Z           | from and to may be 400 days apart at most.",
        "from   | +99999-01-01T00:00:00Z         | from must be a time from 1970 to 2199.",
        "from   | monday                         | from must be a time with its offset",
        "cursor | banana                         | cursor must be the nextCursor of an answer",
        "limit  | 501                            | limit must be a number from 1 to 500",
      })
  void what_cannot_be_told_is_refused_with_the_reason(String name, String value, String reason) {
    assertThat(refused(() -> api.shifts(call("primary", Map.of(name, value))))).startsWith(reason);
  }

  @Test
  void an_unknown_schedule_is_not_found() {
    assertThat(refused(() -> api.shifts(call("tertiary", Map.of()))))
        .isEqualTo("There is no schedule \"tertiary\". Known: primary, backup.");
    assertThat(refused(() -> api.onCall(call("", Map.of("schedule", "tertiary")))))
        .startsWith("There is no schedule");
  }

  private static OnCallApi api(Schedule... schedules) {
    return api(Instant.parse("2026-03-02T10:00:00.123Z"), schedules);
  }

  private static OnCallApi api(Instant now, Schedule... schedules) {
    return new OnCallApi(() -> List.of(schedules), new LayeredOnCall(), InstantSource.fixed(now));
  }

  private static ApiCall call(String id, Map<String, String> query) {
    return new ApiCall(Map.of("id", id), query);
  }

  private static Schedule schedule(String name, String every, String start) {
    var rotation = new Rotation(Turn.parse(every).orElseThrow(), LocalDateTime.parse(start));
    var people = List.of(new PersonId("devops"), new PersonId("backend"));
    return new Schedule(name, ZoneId.of("Africa/Nairobi"), List.of(new Layer(rotation, people, 0)));
  }

  private static String refused(Supplier<JsonObject> asking) {
    try {
      return "not refused: " + asking.get();
    } catch (BadCall bad) {
      return bad.problem().detail();
    }
  }
}
