package dev.muster.commands.runbook.card;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Span;
import dev.muster.commands.runbook.words.Awaited;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A run on one line, and how it stands in a few words. */
public final class RunLine {

  private RunLine() {}

  /** {@code Run 318 · Clear cache · running for 2 min · DevOps Engineer}. */
  public static Block.Row of(Run run, Instant now) {
    var about = run.origin().runbook();
    var words =
        " · %s · %s · %s"
            .formatted(about.title(), standing(run, now), run.origin().requester().name());
    var what = run.origin().isDry() ? "Dry run " : "Run ";
    return new Block.Row(
        List.of(Span.strong(what + run.id()), Span.text(words)),
        Button.of("Run " + run.id(), "/runbook status " + run.id()));
  }

  /** How it stands: {@code running for 4 min}. */
  public static String standing(Run run, Instant now) {
    var since = Words.duration(Duration.between(run.origin().at(), now));
    return switch (run.state()) {
      case RunState.Queued _ -> Awaited.WAITS_FOR_ANOTHER;
      case RunState.Running _ when run.steps().all().isEmpty() -> "begins";
      case RunState.Running _, RunState.Nesting _ -> "running for " + since;
      case RunState.Sleeping _ -> RunStanding.of(run, now) + ", running for " + since;
      case RunState.Asking _ -> asking(run);
      case RunState.Paused(var by, _) when by.equals(Who.MUSTER) ->
          "rests, for this Muster cannot read its runbook";
      case RunState.Paused(var by, _) -> "paused by " + by.name();
      case RunState.NeedsAttention _ -> Awaited.NEEDS_A_PERSON;
      case RunState.Ended(var at) -> ended(run, at);
    };
  }

  /** {@code waits for approval by dba: Promote app-replica?}. */
  private static String asking(Run run) {
    var question = run.question().map(asked -> asked.question());
    var who =
        question.orElse(null) instanceof Question.Approval(_, var roles, var quorum, _)
            ? Says.approvers(roles, quorum)
            : "";
    var what = question.map(Question::words).filter(words -> !words.isBlank());
    return RunStanding.asking(run) + who + what.map(it -> ": " + Words.echo(it)).orElse("");
  }

  private static String ended(Run run, Instant at) {
    var took = Words.duration(Duration.between(run.origin().at(), at));
    return ended(run) + (run.hasSucceeded() ? " in " : " after ") + took;
  }

  /** What became of it in a word or two: {@code rolled back}. */
  static String ended(Run run) {
    return switch (run.course().verdict().standing()) {
      case GOOD -> run.origin().isDry() ? "dry run done" : "done";
      case FAILED -> "failed";
      case CANCELLED -> undone(run);
    };
  }

  /** Only what is undone to the last step counts as rolled back. */
  private static String undone(Run run) {
    var undoing = run.steps().in(Phase.ROLLBACK);
    if (undoing.stream().noneMatch(StepRecord::isDone)) {
      return "cancelled";
    }
    return undoing.stream().allMatch(StepRecord::isDone) ? "rolled back" : "rolled back in part";
  }
}
