package dev.muster.bot.config.schedules;

import dev.muster.bot.config.plans.Calls;
import dev.muster.bot.config.plans.Declared;
import dev.muster.commands.oncall.Layer;
import dev.muster.commands.oncall.Rotation;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.Turn;
import dev.muster.commands.people.PersonId;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shape.Located;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.shape.Times;
import dev.muster.runbooks.yaml.Words;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads schedules: their layers, who takes turns in them, for how long and from when. */
public final class ScheduleReader {

  private static final Pattern TURN = Pattern.compile("\\d{1,4} +(?:hour|day|week|month)s?");
  private static final String TURNS = "a turn such as 1 week, 12 hours or 1 month";
  private static final String LAYER =
      "{rotation: [devops], every: 1 week, start: 2024-12-02T00:00}";
  private static final List<String> OF_A_LAYER = List.of("rotation", "every", "start", "priority");
  private static final String[] MEANT = {"layers", "rotation", "every", "start", "priority"};
  private static final int MOST_PRIORITY = 1000;

  private final ZoneId zone;
  private final Shape<Located<String>> person;
  private final Declared declared;
  private final Set<String> reachable;
  private final Map<String, String> userGroups = new LinkedHashMap<>();

  /**
   * @param reachable those of the people whom a message can reach
   */
  public ScheduleReader(ZoneId zone, Declared declared, Set<String> reachable) {
    this.zone = zone;
    this.declared = declared;
    this.person = Shapes.reference("person", "people", declared.people()).located();
    this.reachable = Set.copyOf(reachable);
  }

  public Shape<Map<String, Schedule>> schedules() {
    return Collected.named(
            "schedules",
            name ->
                Section.shape(
                    "a schedule such as {layers: [{rotation: [devops], every: 1 week, start: …}]}",
                    at -> schedule(name, at)))
        .map(ScheduleReader::whole)
        .about("Who is on call.");
  }

  /** A chat's groups by their schedules, of those that were read. */
  public Map<String, String> userGroups() {
    return Collections.unmodifiableMap(userGroups);
  }

  /** Those without a layer were told; the others are kept. */
  private static Map<String, Schedule> whole(Map<String, Optional<Schedule>> read) {
    var whole = new LinkedHashMap<String, Schedule>();
    read.forEach((name, schedule) -> schedule.ifPresent(known -> whole.put(name, known)));
    return whole;
  }

  private Optional<Schedule> schedule(String name, Section section) {
    Calls.ofSchedule(section, declared).ifPresent(group -> userGroups.put(name, group));
    section.advise("overrides", "overrides are made in chat and kept there; take them out of here");
    for (var key : OF_A_LAYER) {
      section.advise(key, "`%s` belongs to a layer: layers: [{%s: …}]".formatted(key, key));
    }
    if (!section.has("layers")) {
      section.missing("`layers` is missing here; add `layers: [" + LAYER + "]`", MEANT);
    }
    var clock = section.optional("timezone", Shapes.zone().about("Whose clock handoffs follow."));
    var layer =
        Section.shape("a layer such as {rotation: [devops], every: 1 week, …}", this::layer);
    var layers =
        section
            .optional("layers", Collected.atLeastOne("layers", Collected.list("layers", layer)))
            .stream()
            .flatMap(List::stream)
            .flatMap(Optional::stream)
            .toList();
    return layers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Schedule(name, clock.orElse(zone), layers));
  }

  private Optional<Layer> layer(Section section) {
    var people =
        section
            .required(
                "rotation",
                "[devops, backend]",
                Collected.atLeastOne("people", Collected.list("people", person))
                    .about("Who takes turns, in their order."))
            .orElse(List.of());
    people.forEach(one -> tellUnreachable(one, section));
    var every = section.required("every", "1 week", turn().about("How long a turn lasts."));
    var start =
        section.required(
            "start",
            "2024-12-02T00:00",
            Times.dateTime().about("The first handoff, by the schedule's clock."));
    var priority =
        section.optional(
            "priority", Shapes.number(0, MOST_PRIORITY).about("The highest layer counts."));
    if (people.isEmpty() || every.isEmpty() || start.isEmpty()) {
      return Optional.empty();
    }
    var participants = people.stream().map(one -> new PersonId(one.value())).toList();
    return Optional.of(
        new Layer(new Rotation(every.get(), start.get()), participants, priority.orElse(0)));
  }

  private void tellUnreachable(Located<String> somebody, Section section) {
    if (!reachable.contains(somebody.value())) {
      section.warn(
          somebody.place(),
          "nothing says how to reach %s, who is to be on call; add an e-mail address, a phone"
                  .formatted(Words.quoted(somebody.value()))
              + " number or a chat account");
    }
  }

  private static Shape<Turn> turn() {
    return Shapes.textOf(TURNS)
        .where(
            text -> Turn.parse(text).isPresent(),
            text -> "expected " + TURNS + ", found " + Words.quoted(text))
        .map(text -> Turn.parse(text).orElseThrow())
        .shownAs(() -> Schema.text(TURN));
  }
}
