package dev.muster.commands.runbook.card;

import dev.muster.commands.runbook.words.Awaited;
import dev.muster.runbooks.expression.Sayings;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.language.Input;
import dev.muster.runbooks.language.Permissions.Approval;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Step;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.shape.Durations;
import dev.muster.runbooks.start.Plan;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parts of runbooks in words, the same in every card and list. */
public final class Says {

  private Says() {}

  /** What a whole runbook does to the world. */
  public static String effect(Effect effect) {
    return switch (effect) {
      case READS -> "only reads";
      case CHANGES -> "changes things";
      case DESTROYS -> "destroys things";
    };
  }

  /** The same of what is planned: what asks people does not only read. */
  public static String effect(Plan plan) {
    return plan.effect() == Effect.READS && asks(plan)
        ? "asks people, changes nothing"
        : effect(plan.effect());
  }

  private static boolean asks(Plan plan) {
    var steps =
        Stream.of(Phase.values())
            .flatMap(phase -> plan.definition().runbook().steps(phase).stream());
    return steps.anyMatch(step -> waits(step).isPresent())
        || plan.lines().stream().flatMap(line -> line.plan().stream()).anyMatch(Says::asks);
  }

  /** What a run waits for at a step that people see to; empty for any other. */
  static Optional<String> waits(Step step) {
    return Awaited.at(step).map(what -> "waits for " + what);
  }

  /** The same of one step. */
  public static String step(Effect effect) {
    return switch (effect) {
      case READS -> "reads";
      case CHANGES -> "changes";
      case DESTROYS -> "DESTROYS";
    };
  }

  public static String roles(Collection<String> roles) {
    return roles.isEmpty()
        ? "anybody with the right"
        : roles.stream().sorted().collect(Collectors.joining(" or "));
  }

  /** {@code 2 of admin or dba, not whoever asked for it}. */
  public static String approval(Approval approval) {
    return "%d of %s%s"
        .formatted(
            approval.quorum(),
            roles(approval.roles()),
            approval.notRequester() ? ", not whoever asked for it" : "");
  }

  /** {@code by dba}, {@code by 2 of dba}, with a space before it; nothing where it is anybody. */
  static String approvers(Collection<String> roles, int quorum) {
    if (roles.isEmpty()) {
      return quorum > 1 ? " by " + quorum + " people" : "";
    }
    return " by " + (quorum > 1 ? quorum + " of " : "") + roles(roles);
  }

  /** With a full stop, if nothing else ends it. */
  public static String sentence(String words) {
    var said = words.strip();
    return said.isEmpty() || ".!?…".indexOf(said.charAt(said.length() - 1)) >= 0
        ? said
        : said + ".";
  }

  /** Why a run did not go well, as a sentence; empty where it did. */
  public static String verdict(Run run) {
    return capital(sentence(run.course().verdict().words()));
  }

  /** With a capital at its beginning. */
  public static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** What may stand in an input. */
  public static String type(Input.Type type) {
    return switch (type) {
      case Input.Type.Text _ -> "text";
      case Input.Type.Whole _ -> "whole number";
      case Input.Type.Decimal _ -> "number";
      case Input.Type.YesNo _ -> "yes or no";
      case Input.Type.OneOf(var words) -> String.join(" | ", words);
      case Input.Type.Length _ -> "time such as 15m";
      case Input.Type.Somebody _ -> "somebody";
      case Input.Type.Secret(var from) -> "secret " + from;
    };
  }

  /** A value so that it can be typed again. */
  public static String typed(Object value) {
    return switch (value) {
      case Boolean yes -> yes ? "yes" : "no";
      case Duration length -> Durations.written(length);
      default -> Sayings.of(value);
    };
  }

  /** {@code replica=app-1 count=2}; empty for none. */
  public static String inputs(Map<String, Object> inputs) {
    return inputs.entrySet().stream()
        .map(one -> one.getKey() + "=" + Sayings.of(one.getValue()))
        .collect(Collectors.joining(" "));
  }
}
