package dev.muster.commands.operation;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.operation.Account.Part;
import dev.muster.commands.runbook.card.Says;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.StepState.Done;
import dev.muster.runbooks.run.rule.Testimony;
import dev.muster.runbooks.start.Footprint.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a run tells of itself in the operation log. */
final class RunAccount {

  private static final int MOST_STEPS = 12;

  private RunAccount() {}

  static Account of(Run run, List<Mark> marks, String purpose, Optional<IncidentId> incident) {
    var origin = run.origin();
    var account =
        Account.of(origin.at(), cut(what(run)))
            .because(cut(reason(run, purpose, incident)))
            .with(Part.IMPACT, cut(impact(marks)))
            .with(Part.ISSUES, cut(issues(run, marks)))
            .with(Part.FOLLOW_UP, cut(followUp(run, marks)));
    return run.state() instanceof Ended(var at)
        ? account.taking(Duration.between(origin.at(), at))
        : account;
  }

  /** {@code Clear the cache (clear-cache pattern=session:)}. */
  private static String what(Run run) {
    var runbook = run.origin().runbook();
    var inputs = Says.inputs(run.origin().inputs());
    return "%s (%s%s)"
        .formatted(runbook.title(), runbook.name(), inputs.isEmpty() ? "" : " " + inputs);
  }

  private static String reason(Run run, String purpose, Optional<IncidentId> incident) {
    var who = run.origin().requester();
    var asked = (who.isPerson() ? "Asked for by " : "Started by ") + who.name();
    var of = incident.map(id -> ", for incident " + id).orElse("");
    return (asked + of + ". " + Says.sentence(purpose)).strip();
  }

  /** {@code Did: Maintenance mode on, Promote. Took back: Maintenance mode on.} */
  static String impact(List<Mark> marks) {
    var parts = new ArrayList<String>();
    add(parts, "Did: ", marks, mark -> mark.isSure() && !mark.isUndoing());
    add(parts, "Took back: ", marks, mark -> mark.isSure() && mark.isUndoing());
    add(parts, "Perhaps did: ", marks, mark -> !mark.isSure());
    return String.join(" ", parts);
  }

  private static void add(
      List<String> parts, String what, List<Mark> marks, Predicate<Mark> wanted) {
    var counts = new LinkedHashMap<String, Integer>();
    marks.stream().filter(wanted).forEach(mark -> counts.merge(mark.name(), 1, Integer::sum));
    if (counts.isEmpty()) {
      return;
    }
    var names =
        counts.entrySet().stream()
            .limit(MOST_STEPS)
            .map(one -> one.getKey() + (one.getValue() > 1 ? " (×" + one.getValue() + ")" : ""))
            .collect(Collectors.joining(", "));
    var more = counts.size() - MOST_STEPS;
    parts.add(what + names + (more > 0 ? " and %d more.".formatted(more) : "."));
  }

  /** Empty where it went well. */
  static String issues(Run run, List<Mark> marks) {
    var verdict = run.course().verdict();
    if (!verdict.isGood()) {
      return cut(verdict.words().isBlank() ? "It did not go well." : Says.verdict(run));
    }
    return marks.stream().allMatch(Mark::isSure) ? "" : "Nobody knows whether all of it happened.";
  }

  private static String followUp(Run run, List<Mark> marks) {
    var parts = new ArrayList<String>();
    add(parts, "Find out whether this happened: ", marks, mark -> !mark.isSure());
    var isBroken =
        run.steps().all().stream()
            .anyMatch(step ->
                step.state() instanceof Done done && Testimony.brokenBy(done.result()).isPresent());
    if (isBroken) {
      parts.add("Look at the broken glass: /runbook review " + run.id() + ".");
    }
    return String.join(" ", parts);
  }

  private static String cut(String text) {
    var plain = text.replace("\0", "");
    return plain.length() <= Account.LONGEST
        ? plain
        : plain.substring(0, Account.LONGEST - 1) + "…";
  }
}
