package dev.muster.bot.config.plans;

import dev.muster.commands.text.Words;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Durations;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shape.Located;
import dev.muster.runbooks.shape.Shapes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads who is paged, and sees to it that each level comes after the one before. */
record EscalationReader(Declared declared) {

  private static final int MOST_ROUNDS = 20;
  private static final String LEVELS = "[{page: [\"schedule:primary\"], after: 0m}]";

  Shape<Map<String, Escalation>> escalations() {
    return Collected.named(
            "escalations",
            _ -> Section.shape("an escalation such as {levels: " + LEVELS + "}", this::escalation))
        .about("Who is paged, in which order.");
  }

  private Escalation escalation(Section section) {
    var level =
        Section.shape("a level such as {page: [\"schedule:primary\"], after: 5m}", this::level);
    var levels =
        section
            .required(
                "levels",
                LEVELS,
                Collected.atLeastOne("levels", Collected.list("levels", level.located())))
            .orElse(List.of());
    var repeat =
        section.optional(
            "repeat", Shapes.number(0, MOST_ROUNDS).about("How often a round begins again."));
    var every =
        section.optional(
            "every",
            Durations.duration().located().about("How long after a round the next begins."));
    keepOrder(levels, section);
    keepRounds(levels, repeat.orElse(0), every, section);
    return new Escalation(
        levels.stream().map(Located::value).toList(), repeat.orElse(0), every.map(Located::value));
  }

  private Escalation.Level level(Section section) {
    var target = new PageShape(declared);
    var page =
        section.required(
            "page",
            "[\"schedule:primary\"]",
            Collected.atLeastOne(
                "targets", Collected.list("targets such as [\"schedule:primary\"]", target)));
    var after =
        section.required(
            "after", "5m", Durations.duration().about("How long after the round began."));
    return new Escalation.Level(page.orElse(List.of()), after.orElse(Duration.ZERO));
  }

  private static void keepOrder(List<Located<Escalation.Level>> levels, Section section) {
    for (var i = 1; i < levels.size(); i++) {
      var above = levels.get(i - 1).value().after();
      if (levels.get(i).value().after().compareTo(above) <= 0) {
        section.problem(
            levels.get(i).place(),
            "this level comes no later than the one above it, which is after %s; write a longer `after`, or page both in one level"
                .formatted(Words.duration(above)));
      }
    }
  }

  private static void keepRounds(
      List<Located<Escalation.Level>> levels,
      int repeat,
      Optional<Located<Duration>> every,
      Section section) {
    if (repeat > 0 && every.isEmpty() && !section.has("every")) {
      section.missing(
          "`every` is missing here; add how soon a round begins again, such as `every: 15m`",
          "every");
    }
    if (every.isPresent() && !levels.isEmpty()) {
      var last = levels.getLast().value().after();
      if (every.get().value().compareTo(last) <= 0) {
        section.problem(
            every.get().place(),
            "a round begins again before its last level, which is after %s; write a longer `every`"
                .formatted(Words.duration(last)));
      }
    }
  }
}
