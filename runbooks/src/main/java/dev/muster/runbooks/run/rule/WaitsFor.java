package dev.muster.runbooks.run.rule;

import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepState.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a run waits for, and which command answers that: for whoever answered something else. */
public final class WaitsFor {

  private WaitsFor() {}

  /** A sentence or two. */
  public static String words(Run run) {
    return "Run " + run.id() + " " + stands(run);
  }

  private static String stands(Run run) {
    return switch (run.state()) {
      case RunState.Asking _ -> run.question().map(asked -> asks(run, asked)).orElseThrow();
      case RunState.NeedsAttention _ -> "needs attention: " + mending(run) + ".";
      case RunState.Paused(var by, _) ->
          "is paused by " + by.name() + ": " + typed(run, "resume") + " lets it go on.";
      case RunState.Queued _ ->
          "waits for another run to end: " + typed(run, "cancel") + " ends this one.";
      case RunState.Nesting(_, var child) ->
          "waits for run " + child + ", which it started: `/runbook status " + child + "`.";
      case RunState.Running _, RunState.Sleeping _ -> "asks nothing now: it goes on by itself.";
      case RunState.Ended _ -> "is over.";
    };
  }

  private static String asks(Run run, Asked asked) {
    return switch (asked.question()) {
      case Question.Approval _ ->
          "waits for approval: " + typed(run, "approve") + " or " + typed(run, "reject") + ".";
      case Question.Confirmation _ ->
          "waits for a yes or no: " + typed(run, "confirm") + " or " + typed(run, "reject") + ".";
      case Question.Checklist(_, var lines) ->
          "waits for its checklist: " + tick(run, asked, lines);
    };
  }

  /** The first line that is open: the others go the same way. */
  private static String tick(Run run, Asked asked, List<String> lines) {
    return IntStream.range(0, lines.size())
        .filter(line -> !asked.ticked().containsKey(line))
        .mapToObj(line ->
            "`/runbook tick %s %d` ticks \"%s\".".formatted(run.id(), line + 1, lines.get(line)))
        .findFirst()
        .orElse("all of it is ticked.");
  }

  /** Only what can be done: what guards a run is not gone round, a rollback is not tried again. */
  private static String mending(Run run) {
    var at = ((RunState.NeedsAttention) run.state()).step();
    var ways = new ArrayList<String>();
    if (at.phase() == run.course().phase()) {
      ways.add(typed(run, "retry"));
    }
    if (!run.isAtGuard()) {
      ways.add(typed(run, "done"));
      ways.add(typed(run, "skip"));
    }
    return ways.isEmpty()
        ? typed(run, "abort")
        : String.join(", ", ways) + " or " + typed(run, "abort");
  }

  private static String typed(Run run, String verb) {
    return "`/runbook " + verb + " " + run.id() + "`";
  }
}
