package dev.muster.bot.api;

import dev.muster.commands.oncall.Gap;
import dev.muster.commands.oncall.OnCall;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.Schedules;
import dev.muster.commands.oncall.Shift;
import dev.muster.commands.oncall.Stretch;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the API lets programs read about on-call. Thread-safe. */
public final class OnCallApi {

  private static final Duration USUAL = Duration.ofDays(28);
  private static final Duration LONGEST = Duration.ofDays(400);
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private static final Pattern CURSOR = Pattern.compile("(\\d{1,10})\\.(\\d{1,6})");

  private final Schedules schedules;
  private final OnCall onCall;
  private final InstantSource clock;

  public OnCallApi(Schedules schedules, OnCall onCall, InstantSource clock) {
    this.schedules = schedules;
    this.onCall = onCall;
    this.clock = clock;
  }

  /** Whose shifts there are at an instant; the only schedule's where none is named. */
  JsonObject onCall(ApiCall call) {
    var schedule = call.text("schedule").map(this::find).orElseGet(this::only);
    var at = time(call, "at").orElseGet(this::now);
    var shifts = onCall.at(schedule, at).stream().map(OnCallApi::duty).toList();
    return new JsonObject()
        .put("schedule", schedule.name())
        .put("at", JsonShapes.time(at))
        .put("onCall", new JsonArray(shifts));
  }

  /** Whole shifts, and the gaps as far as asked. */
  JsonObject shifts(ApiCall call) {
    var schedule = find(call.id());
    var told = told(call);
    var from = told.from();
    var to = time(call, "to").orElseGet(() -> from.plus(USUAL));
    if (!from.isBefore(to)) {
      throw BadCall.invalid("to must be later than from.");
    }
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw BadCall.invalid("from and to may be " + LONGEST.toDays() + " days apart at most.");
    }
    var limit = ApiRoutes.page(call).limit();
    var stretches = onCall.stretches(schedule, from, to);
    var page = stretches.stream().skip(told.count()).limit(limit).map(OnCallApi::stretch).toList();
    var json = new JsonObject().put("shifts", new JsonArray(page));
    if (told.count() + limit < stretches.size()) {
      json.put("nextCursor", from.getEpochSecond() + "." + (told.count() + limit));
    }
    return json;
  }

  /** Where a list began and how much of it was told: what a cursor carries. */
  private record Told(Instant from, int count) {}

  private Told told(ApiCall call) {
    var cursor = call.text("cursor");
    if (cursor.isEmpty()) {
      return new Told(time(call, "from").orElseGet(this::now), 0);
    }
    var read = CURSOR.matcher(cursor.get());
    if (!read.matches()) {
      throw BadCall.invalid("cursor must be the nextCursor of an answer.");
    }
    var from = Instant.ofEpochSecond(Long.parseLong(read.group(1)));
    return new Told(from, Integer.parseInt(read.group(2)));
  }

  private static JsonObject stretch(Stretch stretch) {
    return switch (stretch) {
      case Shift shift -> duty(shift).put("layer", shift.layer());
      case Gap gap -> period(gap);
    };
  }

  private static JsonObject duty(Shift shift) {
    var person = new JsonObject().put("person", shift.person().value());
    return person.mergeIn(period(shift)).put("via", shift.via().word());
  }

  private static JsonObject period(Stretch stretch) {
    return new JsonObject()
        .put("from", JsonShapes.time(stretch.from()))
        .put("until", JsonShapes.time(stretch.until()));
  }

  private Schedule only() {
    var all = schedules.all();
    if (all.size() > 1) {
      throw BadCall.invalid("schedule is missing. " + known());
    }
    return all.stream().findFirst().orElseThrow(() -> BadCall.notFound(known()));
  }

  private Schedule find(String name) {
    return schedules
        .find(name)
        .orElseThrow(() -> BadCall.notFound("There is no schedule \"" + name + "\". " + known()));
  }

  private String known() {
    var names = schedules.all().stream().map(Schedule::name).collect(Collectors.joining(", "));
    return names.isEmpty() ? "No schedule is configured." : "Known: " + names + ".";
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Far beyond any schedule, calendars end. */
  private static Optional<Instant> time(ApiCall call, String name) {
    var time = call.time(name);
    if (time.filter(it -> it.isBefore(FIRST) || !it.isBefore(LAST)).isPresent()) {
      throw BadCall.invalid(name + " must be a time from 1970 to 2199.");
    }
    return time;
  }
}
