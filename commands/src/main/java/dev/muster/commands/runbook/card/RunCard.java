package dev.muster.commands.runbook.card;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A run as one message, which is edited while it goes on: a pure function of the run. */
public final class RunCard {

  private static final int AROUND = 14;

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
    target(run, runbook, now).map(Block::line).ifPresent(blocks::add);
    blocks.addAll(steps(run, runbook, now));
    blocks.addAll(RunQuestion.of(run));
    if (!tail.isEmpty() && !run.isOver()) {
      blocks.add(Block.line(Span.code(String.join("\n", tail))));
    }
    verdict(run).map(Block::line).ifPresent(blocks::add);
    log.ifPresent(url -> blocks.add(Block.line(new Span.Link("Whole log", url))));
    var buttons = RunButtons.of(run);
    if (!buttons.isEmpty()) {
      blocks.add(new Block.Buttons(buttons));
    }
    return new Message(first + " (run " + run.id() + ")", blocks);
  }

  /** {@code database-failover · run 318 · DevOps Engineer · 6 min of 60 min}. */
  public static String headline(Run run, Instant now) {
    var origin = run.origin();
    var limit = origin.limit().map(it -> " of " + Words.duration(it)).orElse("");
    var used = Words.duration(run.course().clock().usedAt(now)) + (run.isOver() ? "" : limit);
    var dry = origin.isDry() ? "DRY RUN · " : "";
    var standing = run.isOver() ? RunLine.standing(run, now) : used;
    return dry + origin.runbook().name() + " · " + origin.requester().name() + " · " + standing;
  }

  private static Block.Mark mark(Run run) {
    if (run.state() instanceof RunState.NeedsAttention) {
      return Block.Mark.HIGH;
    }
    if (!run.isOver()) {
      return Block.Mark.NONE;
    }
    return run.hasSucceeded() ? Block.Mark.RESOLVED : Block.Mark.HIGH;
  }

  /** What it took against what it may take. */
  private static Optional<String> target(Run run, Runbook runbook, Instant now) {
    return runbook
        .about()
        .target()
        .map(target -> {
          var end = run.state() instanceof RunState.Ended(var at) ? at : now;
          var took = Duration.between(run.origin().at(), end);
          var kept = took.compareTo(target) <= 0 ? "" : " · target missed";
          return "Target %s, %s %s%s"
              .formatted(
                  Words.duration(target),
                  run.isOver() ? "took" : "so far",
                  Words.duration(took),
                  kept);
        });
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
    all.subList(from, to).forEach(path -> blocks.add(StepLine.of(run, runbook, path, now)));
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

  private static Optional<String> verdict(Run run) {
    if (run.state() instanceof RunState.NeedsAttention(_, var words)) {
      return Optional.of("It stopped here: " + words + " Nothing further was done.");
    }
    var words = run.course().verdict().words();
    return Optional.of(words).filter(it -> !it.isBlank());
  }
}
