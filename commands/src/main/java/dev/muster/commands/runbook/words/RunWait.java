package dev.muster.commands.runbook.words;

import dev.muster.commands.chat.Span;
import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.StepState.Asked;
import dev.muster.runbooks.run.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run waits for, and since when. Stateless and thread-safe. */
public final class RunWait {

  private static final int LONGEST = 140;

  private RunWait() {}

  /**
   * {@code Waits for approval since 14:26: Promote app-2?} Nothing of a run that goes on or is
   * over.
   *
   * @param run of whose steps only the one that it is at is needed
   */
  public static List<Span> of(Run run) {
    return switch (run.state()) {
      case RunState.Asking _ -> run.question().map(RunWait::asked).orElse(List.of());
      case RunState.NeedsAttention(var step, var words) ->
          since(
              Awaited.first(Awaited.NEEDS_A_PERSON),
              run.steps().find(step).flatMap(RunWait::settled),
              words);
      case RunState.Paused(var by, var at) when by.equals(Who.MUSTER) ->
          since("Rests, for this Muster cannot read its runbook", Optional.of(at), "");
      case RunState.Paused(var by, var at) -> since("Paused by " + by.name(), Optional.of(at), "");
      case RunState.Queued _ ->
          since(Awaited.first(Awaited.WAITS_FOR_ANOTHER), Optional.of(run.origin().at()), "");
      case RunState.Sleeping(var step, var until) ->
          sleeping(run.steps().find(step).map(StepRecord::state), until);
      case RunState.Nesting(_, var child) -> List.of(Span.text("Waits for run " + child));
      case RunState.Running _, RunState.Ended _ -> List.of();
    };
  }

  private static List<Span> asked(Asked asked) {
    var question = asked.question();
    return since("Waits for " + what(asked), Optional.of(asked.at()), question.words());
  }

  private static String what(Asked asked) {
    var what = Awaited.by(asked.question());
    return asked.question() instanceof Question.Checklist(_, var lines)
        ? "%s, %d of %d done,".formatted(what, asked.ticked().size(), lines.size())
        : what;
  }

  private static List<Span> sleeping(Optional<StepState> state, Instant until) {
    var isAgain = state.filter(StepState.Retrying.class::isInstance).isPresent();
    return List.of(Span.text(isAgain ? "Tries again at " : "Waits until "), Span.time(until));
  }

  private static Optional<Instant> settled(StepRecord record) {
    return record.state() instanceof StepState.Settled settled
        ? Optional.of(settled.at())
        : Optional.empty();
  }

  private static List<Span> since(String what, Optional<Instant> at, String words) {
    var spans = new ArrayList<Span>();
    spans.add(Span.text(what));
    at.ifPresent(it -> {
      spans.add(Span.text(" since "));
      spans.add(Span.time(it));
    });
    if (!words.isBlank()) {
      spans.addAll(TimesInText.of(": " + cut(words.strip())));
    }
    return spans;
  }

  /** Between words. */
  private static String cut(String words) {
    if (words.length() <= LONGEST) {
      return words;
    }
    var end = words.lastIndexOf(' ', LONGEST);
    return words.substring(0, end > 0 ? end : LONGEST - 1) + " …";
  }
}
