package dev.muster.commands.incident.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.runbook.words.Awaited;
import dev.muster.runbooks.engine.port.RunLists.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The runs that come along when an incident goes into another: whoever works there answers them.
 *
 * @param more whether there are others
 */
record RunsAlong(List<Line> shown, boolean more) {

  private static final int SHOWN = 5;

  /** How many are to be looked for. */
  static final int ASKED = SHOWN + 1;

  static RunsAlong of(List<Line> runs) {
    return new RunsAlong(runs.stream().limit(SHOWN).toList(), runs.size() > SHOWN);
  }

  /** For the timeline: {@code ; its run 318 (Fail over) goes on here}. */
  String behind() {
    if (shown.isEmpty()) {
      return "";
    }
    var runs =
        shown.stream()
            .map(run -> run.id() + " (" + run.title() + ")")
            .collect(Collectors.joining(", "));
    return isOne()
        ? "; its run " + runs + " goes on here"
        : "; its runs " + runs + (more ? " and others" : "") + " go on here";
  }

  /** For the thread: each with the way to it. */
  Message below(String told) {
    if (shown.isEmpty()) {
      return Message.of(told);
    }
    var words = told + (isOne() ? " Its run goes on here:" : " Its runs go on here:");
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(words));
    shown.forEach(run -> blocks.add(row(run)));
    if (more) {
      blocks.add(Block.line(Span.text("and others: "), Span.code("/runbook status")));
    }
    var fallback = shown.stream().map(RunsAlong::words).collect(Collectors.joining("; "));
    return new Message(words + " " + fallback, blocks);
  }

  private boolean isOne() {
    return shown.size() == 1;
  }

  private static Block.Row row(Line run) {
    return new Block.Row(
        List.of(Span.text(words(run))),
        Button.of("Run " + run.id(), "/runbook status " + run.id()));
  }

  private static String words(Line run) {
    var what = run.isDry() ? "Dry run " : "Run ";
    return what + run.id() + " · " + run.title() + " · " + standing(run);
  }

  private static String standing(Line run) {
    return switch (run.stage()) {
      case QUEUED -> Awaited.WAITS_FOR_ANOTHER;
      case RUNNING -> "goes on";
      case WAITING -> Awaited.WAITS_FOR_PEOPLE;
      case PAUSED -> "paused";
      case NEEDS_ATTENTION -> Awaited.NEEDS_A_PERSON;
      case SUCCEEDED, FAILED, CANCELLED -> "over";
    };
  }
}
