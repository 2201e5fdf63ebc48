package dev.muster.bot.doctor;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.runbooks.StepKinds;
import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.expression.Template;
import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.language.Action;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.language.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the team's own runbooks have steps that cannot run here, as things are configured. */
public record StepsCheck(Supplier<Config> config) implements Check {

  @Override
  public String about() {
    return "Runbooks";
  }

  @Override
  public List<Finding> look() {
    var runbooks = config.get().runbooks();
    var kinds = StepKinds.under(runbooks.access());
    var hindered =
        runbooks.own().values().stream()
            .flatMap(definition -> hindered(definition.runbook(), kinds))
            .toList();
    return hindered.isEmpty()
        ? List.of(Finding.fine(about(), fine(runbooks.own().size())))
        : hindered;
  }

  private static String fine(int count) {
    return count == 0
        ? "None of your own; those of the library are there."
        : "%s of your own; nothing keeps their steps from running."
            .formatted(Words.count(count, "runbook"));
  }

  private Stream<Finding> hindered(Runbook runbook, Kinds kinds) {
    return Stream.of(Phase.values())
        .filter(phase -> phase != Phase.ROLLBACK)
        .flatMap(phase -> runbook.steps(phase).stream())
        .flatMap(step -> hindered(runbook, step, kinds));
  }

  private Stream<Finding> hindered(Runbook runbook, Step step, Kinds kinds) {
    return Stream.concat(Stream.of(step.action()), step.rollback().stream())
        .flatMap(action -> hindrance(action, kinds).stream())
        .map(why ->
            Finding.warning(
                about(),
                "%s, step %s: %s.".formatted(runbook.name(), step.name(), why),
                "Mend that, no restart is needed; or take the step out."));
  }

  private static Optional<String> hindrance(Action action, Kinds kinds) {
    return kinds
        .find(action.uses())
        .flatMap(kind -> kind.hindrance(new Arguments(known(action.with()))));
  }

  /** What does not depend on a run. */
  private static Map<String, Object> known(Map<String, Template> with) {
    var known = new LinkedHashMap<String, Object>();
    with.forEach((name, template) -> {
      if (template.paths().isEmpty()) {
        Optional.ofNullable(filled(template)).ifPresent(it -> known.put(name, it));
      }
    });
    return known;
  }

  /** What comes to nothing is told when it is run. */
  private static @Nullable Object filled(Template template) {
    try {
      return template.fill(Map.of());
    } catch (Unevaluable e) {
      return null;
    }
  }
}
