package dev.muster.runbooks.reading;

import com.google.re2j.PatternSyntaxException;
import dev.muster.runbooks.expression.Known.Elsewhere;
import dev.muster.runbooks.expression.Known.Group;
import dev.muster.runbooks.expression.Template;
import dev.muster.runbooks.language.Triggers;
import dev.muster.runbooks.language.Triggers.ByAlert;
import dev.muster.runbooks.language.Triggers.ByTime;
import dev.muster.runbooks.language.Triggers.Mode;
import dev.muster.runbooks.language.Triggers.Throttle;
import dev.muster.runbooks.scope.Scope;
import dev.muster.runbooks.scope.Written;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Durations;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.shape.Times;
import dev.muster.runbooks.trigger.Ticks;
import dev.muster.runbooks.yaml.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what starts a runbook besides people. */
record TriggersReader(Available around, Written written, Scope scope) {

  private static final Pattern ATTRIBUTE =
      Pattern.compile("labels\\.[A-Za-z_][A-Za-z0-9_]*|severity|name");

  Shape<Triggers> triggers() {
    return Section.shape("starts such as {alert: {match: {…}}}", this::triggers)
        .about("What starts it besides people.");
  }

  private Triggers triggers(Section at) {
    var alert = Section.shape("an alert such as {match: {alertname: …}}", this::alert);
    var time = Section.shape("a schedule such as {cron: \"0 3 * * SUN\", timezone: …}", this::time);
    return new Triggers(
        at.optional("alert", Collected.oneOrMore("alerts", alert)).orElse(List.of()),
        at.optional(
            "throttle",
            Section.shape("a throttle such as {onceWithin: 15m}", TriggersReader::throttle)
                .about("At most one start by alerts within this time.")),
        at.optional("schedule", Collected.oneOrMore("schedules", time)).orElse(List.of()));
  }

  private ByAlert alert(Section at) {
    var match =
        at.required(
            "match",
            "{alertname: …}",
            Collected.atLeastOne("labels", "an empty match would take every alert", labels()));
    var words = List.of("suggest", "auto");
    var mode =
        at.optional(
                "mode",
                Shapes.oneOf("mode", "modes", words)
                    .about("suggest: a button in the incident; auto: it starts by itself."))
            .map(word -> Mode.valueOf(word.toUpperCase(Locale.ROOT)));
    return new ByAlert(match.orElse(Map.of()), mode.orElse(Mode.SUGGEST), inputs(at, Set.of()));
  }

  private static Shape<Map<String, String>> labels() {
    var value =
        Shapes.text()
            .where(
                text -> !text.startsWith("=~") || fault(text).isEmpty(),
                text -> "no RE2 pattern after `=~`: " + fault(text).orElse(""));
    return Collected.named("labels", _ -> value);
  }

  private static Optional<String> fault(String text) {
    try {
      var _ = com.google.re2j.Pattern.compile(text.substring(2).strip());
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(e.getDescription());
    }
  }

  private static Throttle throttle(Section at) {
    var within = at.required("onceWithin", "15m", Durations.duration());
    var attribute = Shapes.text("labels.NAME, severity or name", ATTRIBUTE);
    var by =
        at.optional(
            "groupBy", Collected.list("what is told apart, such as [labels.cluster]", attribute));
    return new Throttle(within.orElse(Duration.ofMinutes(15)), by.orElse(List.of()));
  }

  private ByTime time(Section at) {
    var cron =
        at.required(
            "cron",
            "\"0 3 * * SUN\"",
            Shapes.text()
                .where(
                    text -> unfit(text).isEmpty(),
                    text ->
                        "%s is no time of cron (minute hour day month weekday): %s"
                            .formatted(Words.quoted(text), unfit(text).orElse(""))));
    var zone = at.required("timezone", "Africa/Nairobi", Shapes.zone());
    var until = at.optional("until", day().about("The last day on which it starts."));
    until
        .filter(day -> day.isBefore(around.today()))
        .ifPresent(day ->
            at.warn(at.placeOf("until"), "ended on " + day + "; delete the schedule or move it"));
    var channel =
        at.optional(
            "channel",
            new Channels(around.channels())
                .name()
                .about("Where its runs talk; where Muster speaks of itself otherwise."));
    return new ByTime(
        cron.orElse("0 0 1 1 *"),
        zone.orElse(ZoneId.of("UTC")),
        until,
        channel,
        inputs(at, Set.of("alert", "incident")));
  }

  static Shape<LocalDate> day() {
    return Times.dateTime().map(time -> time.toLocalDate());
  }

  private static Optional<String> unfit(String cron) {
    try {
      return Ticks.areThere(Ticks.cron(cron))
          ? Optional.empty()
          : Optional.of("no month has such a day");
    } catch (IllegalArgumentException e) {
      return Optional.of(
          cron.strip().split("\\s+").length == 5
              ? "one of the five is out of its range"
              : "it takes five parts such as `0 3 * * SUN`");
    }
  }

  /**
   * What it gives to a run.
   *
   * @param unknown names that there is nothing behind when it starts one
   */
  private Map<String, Template> inputs(Section at, Set<String> unknown) {
    var here = without(unknown);
    var names = scope.outline().inputs().keySet();
    return at.optional(
            "inputs",
            Collected.named(
                    "inputs",
                    Shapes.reference("input", "inputs", names),
                    _ -> written.template(here).<Template>map(it -> it))
                .about("What the run is given, such as \"${{ alert.labels.instance }}\"."))
        .orElse(Map.of());
  }

  private Group without(Set<String> unknown) {
    var here = scope.shown(scope.before());
    for (var name : unknown) {
      here = here.and(name, new Elsewhere("the clock knows no `%s`".formatted(name)));
    }
    var own = new Elsewhere("an input cannot be given what another is; write what both are given");
    return here.and("inputs", own);
  }
}
