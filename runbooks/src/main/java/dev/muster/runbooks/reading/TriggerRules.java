package dev.muster.runbooks.reading;

import dev.muster.runbooks.expression.Template;
import dev.muster.runbooks.language.Input;
import dev.muster.runbooks.language.InputText;
import dev.muster.runbooks.language.InputText.Reading;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.language.Step;
import dev.muster.runbooks.language.Triggers.Mode;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.yaml.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether what starts a runbook by itself may do so, and gives it what it needs. */
record TriggerRules(ActionReader actions) {

  void check(Runbook runbook, Section at) {
    for (var alert : runbook.triggers().alerts()) {
      check(runbook, alert.inputs(), "an alert", at);
    }
    for (var time : runbook.triggers().times()) {
      check(runbook, time.inputs(), "a schedule", at);
    }
    if (runbook.triggers().alerts().stream().anyMatch(it -> it.mode() == Mode.AUTO)) {
      firstChange(runbook)
          .ifPresent(step ->
              at.problem(
                  at.placeOf("on"),
                  "`mode: auto` needs a step `uses: approve` before the first that changes something, which is %s; add one, or write `mode: suggest`"
                      .formatted(Words.quoted(step.id()))));
    }
  }

  private void check(Runbook runbook, Map<String, Template> given, String what, Section at) {
    for (var input : runbook.inputs().values()) {
      var template = given.get(input.name());
      if (template == null) {
        missing(input, what, at);
      } else if (template.paths().isEmpty()) {
        var typed = String.valueOf(template.fill(Map.of()));
        if (!(input.type() instanceof Input.Type.Somebody)
            && InputText.read(input.type(), typed, List.of()) instanceof Reading.Refused(var why)) {
          at.problem(
              at.placeOf("on"), "the input %s: %s".formatted(Words.quoted(input.name()), why));
        }
      }
    }
  }

  private static void missing(Input input, String what, Section at) {
    if (input.required() && input.fallback() == null && !input.isSecret()) {
      at.problem(
          at.placeOf("on"),
          "%s cannot give the input %s, which has no default; add it under `inputs` there"
              .formatted(what, Words.quoted(input.name())));
    }
  }

  /**
   * What acts before anybody is asked. One with `if` or `forEach` may be skipped, and so guards
   * nothing.
   */
  private Optional<Step> firstChange(Runbook runbook) {
    for (var step :
        Stream.concat(runbook.prerequisites().stream(), runbook.steps().stream()).toList()) {
      if (step.action().uses().equals("approve")
          && step.onlyIf().isEmpty()
          && step.forEach().isEmpty()) {
        return Optional.empty();
      }
      if (mayChange(step)) {
        return Optional.of(step);
      }
    }
    return Stream.concat(runbook.verification().stream(), runbook.always().stream())
        .filter(this::mayChange)
        .findFirst();
  }

  /** What another runbook does is not looked into. */
  private boolean mayChange(Step step) {
    return step.action().uses().equals("runbook") || !actions.effect(step.action()).readsOnly();
  }
}
