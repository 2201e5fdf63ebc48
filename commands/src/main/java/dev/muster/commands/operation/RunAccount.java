package dev.muster.commands.operation;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.operation.Account.Part;
import dev.muster.commands.runbook.card.Says;
import dev.muster.commands.runbook.review.Review;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.start.Footprint.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run tells of itself in the operation log. */
final class RunAccount {

  private RunAccount() {}

  /**
   * What is told at its end.
   *
   * @param glass that was broken in it
   */
  static Account of(
      Run run,
      List<Mark> marks,
      List<Review> glass,
      String purpose,
      Optional<IncidentId> incident) {
    var origin = run.origin();
    var account =
        Account.of(origin.at(), cut(what(run)))
            .because(cut(reason(run, purpose, incident)))
            .with(Part.IMPACT, cut(Deeds.all(marks)))
            .with(Part.ISSUES, cut(String.join(" ", issues(run, marks, glass))))
            .with(Part.FOLLOW_UP, cut(followUp(marks, glass)));
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

  /** One a sentence; none where it went well. */
  static List<String> issues(Run run, List<Mark> marks, List<Review> glass) {
    var issues = new ArrayList<String>();
    var verdict = run.course().verdict();
    if (!verdict.isGood()) {
      issues.add(cut(verdict.words().isBlank() ? "It did not go well." : Says.verdict(run)));
    } else if (!marks.stream().allMatch(Mark::isSure)) {
      issues.add("Nobody knows whether all of it happened.");
    }
    glass.forEach(one -> issues.add(broken(one)));
    return issues;
  }

  private static String broken(Review glass) {
    var reason = glass.reason().strip().replaceAll("\\s+", " ");
    return cut(Says.sentence(glass.by().name() + " broke the glass: " + reason));
  }

  private static String followUp(List<Mark> marks, List<Review> glass) {
    var open =
        glass.stream()
            .filter(one -> one.closed().isEmpty())
            .map(Review::run)
            .distinct()
            .map(run -> "Look at the broken glass: /runbook review " + run + ".");
    return Stream.concat(Stream.of(Deeds.toFindOut(marks)).filter(it -> !it.isEmpty()), open)
        .collect(Collectors.joining(" "));
  }

  /** As much as an entry takes. */
  static String cut(String text) {
    var plain = text.replace("\0", "");
    return plain.length() <= Account.LONGEST
        ? plain
        : plain.substring(0, Account.LONGEST - 1) + "…";
  }
}
