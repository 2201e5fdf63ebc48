package dev.muster.bot.runbook;

import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.language.Step;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.StepState.Answered;
import dev.muster.runbooks.run.StepState.Asked;
import dev.muster.runbooks.run.StepState.Done;
import dev.muster.runbooks.run.StepState.Settled;
import dev.muster.runbooks.run.rule.Testimony;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step of a run as people and programs are told of it.
 *
 * @param name what people read
 * @param state in one word
 * @param words what is known; may be empty
 * @param said who answered what, and when
 */
public record StepFacts(
    StepRecord record, String name, String state, String words, List<Said> said) {

  /** Somebody's answer. */
  public record Said(String person, String name, String what, Instant at) {}

  /** Empty while it is not over. */
  public Optional<Instant> ended() {
    return record.state() instanceof Settled settled ? Optional.of(settled.at()) : Optional.empty();
  }

  static StepFacts of(StepRecord record, Optional<Runbook> runbook) {
    var path = record.path();
    var name =
        runbook
            .map(it -> it.steps(path.phase()))
            .filter(steps -> path.index() < steps.size())
            .map(steps -> steps.get(path.index()))
            .map(Step::name)
            .orElse(record.id());
    var item = path.item().isPresent() ? " (%d)".formatted(path.item().getAsInt() + 1) : "";
    return new StepFacts(
        record, name + item, state(record.state()), words(record.state()), said(record.state()));
  }

  private static String state(StepState state) {
    return switch (state) {
      case StepState.Started _, StepState.Each _, StepState.Nested _ -> "running";
      case StepState.Resting _ -> "waiting";
      case StepState.Retrying _ -> "retrying";
      case Asked _ -> "asking";
      case Answered _ -> "answered";
      case Done _ -> "done";
      case StepState.Skipped _ -> "skipped";
      case StepState.Failed _ -> "failed";
      case StepState.Unclear _ -> "unclear";
    };
  }

  private static String words(StepState state) {
    return switch (state) {
      case Settled settled -> settled.words();
      case StepState.Resting resting -> resting.words();
      case StepState.Retrying retrying -> retrying.words();
      case Answered answered -> answered.words();
      case Asked asked -> asked.question().words();
      case StepState.Nested(_, var child) -> "run " + child;
      case StepState.Started _, StepState.Each _ -> "";
    };
  }

  private static List<Said> said(StepState state) {
    return switch (state) {
      case Asked asked -> asked(asked);
      case Answered answered -> answered(answered.result());
      case Done done -> answered(done.result());
      case StepState.Skipped skipped -> skipped.said().map(StepFacts::answered).orElse(List.of());
      default -> List.of();
    };
  }

  private static List<Said> asked(Asked asked) {
    var said = new ArrayList<Said>();
    asked
        .votes()
        .forEach(vote ->
            said.add(
                new Said(
                    vote.by().id(),
                    vote.by().name(),
                    vote.isFor() ? "approved" : "rejected",
                    vote.at())));
    asked
        .ticked()
        .forEach((line, tick) ->
            said.add(
                new Said(
                    tick.by().id(), tick.by().name(), "ticked " + line(asked, line), tick.at())));
    return said;
  }

  private static String line(Asked asked, int number) {
    return asked.question() instanceof Question.Checklist(_, var lines) && number < lines.size()
        ? lines.get(number)
        : "line " + (number + 1);
  }

  private static List<Said> answered(Map<String, Object> result) {
    var isBroken = Testimony.brokenBy(result).isPresent();
    var said = new ArrayList<Said>();
    said(result.get("votes"), isBroken ? "broke the glass" : "approved", said);
    said(result.get("ticks"), "ticked", said);
    return said;
  }

  private static void said(@Nullable Object all, String what, List<Said> said) {
    if (all instanceof List<?> list) {
      list.stream()
          .filter(Map.class::isInstance)
          .map(Map.class::cast)
          .forEach(one -> said(one, what).ifPresent(said::add));
    }
  }

  private static Optional<Said> said(Map<?, ?> one, String what) {
    if (one.get("by") instanceof String by
        && one.get("name") instanceof String name
        && one.get("at") instanceof String at) {
      var more = one.get("line") instanceof String line ? " " + line : "";
      return Optional.of(new Said(by, name, what + more, Instant.parse(at)));
    }
    return Optional.empty();
  }
}
