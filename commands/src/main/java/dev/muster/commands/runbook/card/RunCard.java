package dev.muster.commands.runbook.card;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.runbook.words.RunWait;
import dev.muster.commands.runbook.words.TimesInText;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.Verdict.Standing;
import dev.muster.runbooks.run.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A run as one message, which is edited while it goes on: a pure function of the run. What is not
 * over says since when it goes on and never for how long: nobody edits a message that only gets
 * older.
 */
public final class RunCard {

  private static final int AROUND = 14;
  private static final int LONGEST = 160;
  private static final String UNREAD =
      "This Muster cannot read the runbook that the run was started with, so it rests."
          + " Resume it when it can, or cancel it: then it ends as it is.";

  private RunCard() {}

  /**
   * The card.
   *
   * @param runbook the one that it is pinned to
   * @param tail the last lines of output
   * @param log where all of it can be read; empty for nowhere
   */
  public static Message of(
      Run run, Runbook runbook, List<String> tail, Optional<String> log, Instant now) {
    var first = headline(run, now);
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(mark(run), first, Optional.of("run " + run.id())));
    blocks.add(origin(run));
    TargetTime.of(run, runbook, now).ifPresent(blocks::add);
    MeasuredLines.of(run, runbook).stream().map(Block::line).forEach(blocks::add);
    blocks.addAll(steps(run, runbook, now));
    blocks.addAll(RunQuestion.of(run));
    if (!tail.isEmpty() && !run.isOver()) {
      blocks.add(
          Block.line(Span.code(String.join("\n", tail.stream().map(RunCard::cut).toList()))));
    }
    verdict(run).map(TimesInText::of).map(Block.Line::new).ifPresent(blocks::add);
    log.ifPresent(url -> blocks.add(Block.line(new Span.Link("Whole log", url))));
    RunButtons.rows(run, runbook).forEach(row -> blocks.add(new Block.Buttons(row)));
    return new Message(first + " (run " + run.id() + ")", blocks);
  }

  /**
   * The same for a page that has steps and log below: what people are asked comes first, and what
   * they can answer.
   */
  public static Message atop(Run run, Runbook runbook, Instant now) {
    var first = headline(run, now);
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(mark(run), first, Optional.of("run " + run.id())));
    blocks.addAll(RunQuestion.of(run));
    var waits = run.state() instanceof RunState.Asking ? List.<Span>of() : RunWait.of(run);
    var said = verdict(run).map(TimesInText::of).orElse(waits);
    if (!said.isEmpty()) {
      blocks.add(new Block.Line(said));
    }
    RunButtons.rows(run, runbook).stream()
        .map(row -> row.stream().filter(button -> !button.equals(RunButtons.log(run))).toList())
        .filter(row -> !row.isEmpty())
        .forEach(row -> blocks.add(new Block.Buttons(row)));
    blocks.add(origin(run));
    TargetTime.of(run, runbook, now).ifPresent(blocks::add);
    MeasuredLines.of(run, runbook).stream().map(Block::line).forEach(blocks::add);
    return new Message(first + " (run " + run.id() + ")", blocks);
  }

  /** Where nobody can say what its steps are. */
  public static Message unreadable(Run run, Instant now) {
    var first = headline(run, now);
    return Message.of(
        first + " (run " + run.id() + ")",
        new Block.Heading(mark(run), first, Optional.of("run " + run.id())),
        origin(run),
        Block.line(UNREAD));
  }

  /** {@code Fail over to the replica · waits for approval}. */
  public static String headline(Run run, Instant now) {
    var dry = run.origin().isDry() ? "DRY RUN · " : "";
    return dry + run.origin().runbook().title() + " · " + RunStanding.of(run, now);
  }

  /** {@code database-failover · asked for by Olga Ops, 14:32 · at most 60 min}. */
  private static Block origin(Run run) {
    var origin = run.origin();
    var limit = origin.limit().map(it -> " · at most " + Words.duration(it)).orElse("");
    var parent = origin.parent().map(it -> " · part of run " + it.run()).orElse("");
    return Block.line(
        Span.text(origin.runbook().name() + " · " + origin.requester().name() + ", "),
        Span.time(origin.at()),
        Span.text((run.isOver() ? "" : limit) + parent));
  }

  /** The same wherever a run stands: one that somebody cancelled is no failure. */
  static Block.Mark mark(Run run) {
    return switch (run.state()) {
      case RunState.NeedsAttention _ -> Block.Mark.HIGH;
      case RunState.Asking _ -> Block.Mark.MEDIUM;
      case RunState.Ended _ ->
          switch (run.course().verdict().standing()) {
            case GOOD -> Block.Mark.RESOLVED;
            case FAILED -> Block.Mark.HIGH;
            case CANCELLED -> Block.Mark.NONE;
          };
      case RunState.Queued _,
          RunState.Running _,
          RunState.Sleeping _,
          RunState.Nesting _,
          RunState.Paused _ ->
          Block.Mark.NONE;
    };
  }

  /** Those around where it is, and how many more there are. */
  private static List<Block> steps(Run run, Runbook runbook, Instant now) {
    var all =
        Stream.of(
                Phase.PREREQUISITES, Phase.STEPS, Phase.VERIFICATION, Phase.ROLLBACK, Phase.ALWAYS)
            .flatMap(phase -> paths(run, runbook, phase))
            .toList();
    var at = IntStream.range(0, all.size()).filter(i -> !isSettled(run, all.get(i))).findFirst();
    var from = Math.max(0, Math.min(at.orElse(all.size()) - AROUND / 2, all.size() - AROUND));
    var to = Math.min(all.size(), from + AROUND);
    var blocks = new ArrayList<Block>();
    if (from > 0) {
      blocks.add(Block.line("… " + Words.count(from, "step") + " before"));
    }
    var phase = Phase.STEPS;
    for (var path : all.subList(from, to)) {
      if (path.phase() != phase) {
        phase = path.phase();
        StepLines.title(phase).map(Block::line).ifPresent(blocks::add);
      }
      blocks.add(StepLine.of(run, runbook, path, now));
      blocks.addAll(StepLine.ticks(run, path));
    }
    if (to < all.size()) {
      blocks.add(Block.line("… " + Words.count(all.size() - to, "more step")));
    }
    return blocks;
  }

  private static Stream<StepPath> paths(Run run, Runbook runbook, Phase phase) {
    return phase == Phase.ROLLBACK
        ? run.steps().in(phase).reversed().stream().map(step -> step.path())
        : IntStream.range(0, runbook.steps(phase).size())
            .mapToObj(index -> StepPath.of(phase, index));
  }

  private static boolean isSettled(Run run, StepPath path) {
    return run.steps().find(path).filter(step -> step.isSettled()).isPresent();
  }

  private static String cut(String line) {
    return line.length() > LONGEST ? line.substring(0, LONGEST) + " …" : line;
  }

  private static Optional<String> verdict(Run run) {
    if (run.state() instanceof RunState.NeedsAttention(_, var words)) {
      return Optional.of("It stopped here: " + Says.sentence(words) + " Nothing further was done.");
    }
    if (run.state() instanceof RunState.Paused(var by, _) && by.equals(Who.MUSTER)) {
      return Optional.of(UNREAD);
    }
    var verdict = run.course().verdict();
    var isToldAbove = verdict.standing() == Standing.CANCELLED && run.isOver();
    return isToldAbove || verdict.words().isBlank()
        ? Optional.empty()
        : Optional.of(Says.verdict(run));
  }
}
