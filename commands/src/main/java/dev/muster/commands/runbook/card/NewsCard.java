package dev.muster.commands.runbook.card;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.people.Person;
import dev.muster.commands.runbook.words.TimesInText;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.language.Permissions.Approval;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said once beside the message of a run: that it needs people, whom it names, and how it
 * ended.
 */
public final class NewsCard {

  private NewsCard() {}

  /**
   * It needs somebody.
   *
   * @param people whom it names, so that their phones ring
   */
  public static Message needs(Run run, Runbook runbook, List<Person> people, Instant now) {
    var blocks = new ArrayList<Block>();
    var first = "Run " + run.id() + " " + RunStanding.of(run, now) + where(run, runbook);
    blocks.add(Block.line(Span.strong(first)));
    var words = words(run);
    if (!words.isBlank()) {
      blocks.add(new Block.Line(TimesInText.of(words)));
    }
    rule(run).ifPresent(blocks::add);
    if (!people.isEmpty()) {
      blocks.add(mentions(people));
    }
    var buttons = new ArrayList<>(RunButtons.answers(run));
    if (buttons.size() < 4) {
      var label = buttons.isEmpty() ? "Show the list" : "Show the run";
      buttons.add(Block.Button.of(label, "/runbook status " + run.id()));
    }
    blocks.add(new Block.Buttons(buttons));
    return new Message(words.isBlank() ? first : first + ": " + words, blocks);
  }

  /** {@code , Promote the replica (Fail over)}. */
  private static String where(Run run, Runbook runbook) {
    var step =
        switch (run.state()) {
          case RunState.Asking(var path) -> Optional.of(path);
          case RunState.NeedsAttention(var path, _) -> Optional.of(path);
          default -> Optional.<StepPath>empty();
        };
    var title = run.origin().runbook().title();
    return step.map(path -> at(path, Optional.of(runbook))).orElse("") + " · " + title;
  }

  /** {@code at step 4, Promote the replica}, with a space before it. */
  public static String at(StepPath path, Optional<Runbook> runbook) {
    var name = runbook.map(it -> ", " + it.steps(path.phase()).get(path.index()).name());
    var what = path.phase() == Phase.ROLLBACK ? " at the undo of step " : " at step ";
    return what + (path.index() + 1) + name.orElse("");
  }

  private static String words(Run run) {
    return run.state() instanceof RunState.NeedsAttention(_, var known)
        ? Says.sentence(known) + " Nothing further was done."
        : run.question().map(asked -> asked.question().words()).orElse("");
  }

  private static Optional<Block> rule(Run run) {
    return run.question()
        .map(asked -> {
          var spans = new ArrayList<Span>();
          spans.add(Span.text(who(asked.question())));
          asked
              .until()
              .ifPresent(until -> {
                spans.add(Span.text(" · until "));
                spans.add(Span.time(until));
              });
          return new Block.Line(spans);
        });
  }

  private static String who(Question question) {
    return switch (question) {
      case Question.Approval(_, var roles, var quorum, var notRequester) ->
          "Needs " + Says.approval(new Approval(roles, quorum, notRequester));
      case Question.Confirmation _ -> "Somebody has to say yes or no";
      case Question.Checklist(_, var lines) ->
          Words.count(lines.size(), "line") + " to tick in the message of the run";
    };
  }

  private static Block mentions(List<Person> people) {
    var spans = new ArrayList<Span>();
    for (var person : people) {
      spans.add(Span.text(spans.isEmpty() ? "→ " : ", "));
      spans.add(new Span.Mention(person.id(), person.name()));
    }
    return new Block.Line(spans);
  }

  /** It is over. */
  public static Message ended(Run run, Runbook runbook, Optional<String> log, Instant now) {
    var blocks = end(run, runbook, log, now);
    RunButtons.rows(run, runbook).forEach(row -> blocks.add(new Block.Buttons(row)));
    var more =
        targets(run, runbook).stream().map(it -> " " + it + ".").collect(Collectors.joining());
    return new Message(summary(run, now) + "." + more, blocks);
  }

  /**
   * What stands in place of that once somebody wants it rolled back: its buttons were used.
   *
   * @param words what it is since now
   */
  public static Message outdated(
      Run run, Runbook runbook, String words, Optional<String> log, Instant now) {
    var blocks = end(run, runbook, log, now);
    blocks.add(Block.line(Span.strong(words + " since "), Span.time(now)));
    return new Message(summary(run, now) + ". " + words + ".", blocks);
  }

  /** Whether something can be done about its end. */
  public static boolean leadsOn(Run run, Runbook runbook) {
    return !RunButtons.usual(run, runbook).isEmpty();
  }

  private static List<Block> end(Run run, Runbook runbook, Optional<String> log, Instant now) {
    var blocks = new ArrayList<Block>();
    var reference = Optional.of(run.origin().runbook().name());
    blocks.add(new Block.Heading(RunCard.mark(run), summary(run, now), reference));
    targets(run, runbook).stream().map(Block::line).forEach(blocks::add);
    if (!run.hasSucceeded() && !run.course().verdict().words().isBlank()) {
      blocks.add(new Block.Line(TimesInText.of(Says.verdict(run))));
    }
    blocks.add(Block.line(counts(run)));
    log.ifPresent(url -> blocks.add(Block.line(new Span.Link("Whole log", url))));
    return blocks;
  }

  private static List<String> targets(Run run, Runbook runbook) {
    var measured = MeasuredLines.of(run, runbook).stream();
    return Stream.concat(TargetTime.kept(run, runbook).stream(), measured).toList();
  }

  /** How it stands now, and why; what its end says in a word is not said twice. */
  public static String line(Run run, Runbook runbook, Instant now) {
    if (!run.isOver()) {
      return "Run " + run.id() + " " + RunStanding.of(run, now) + where(run, runbook);
    }
    var targets = targets(run, runbook).stream().map(it -> ". " + it).collect(Collectors.joining());
    var why = run.hasSucceeded() ? "" : run.course().verdict().words();
    var summary = summary(run, now);
    var word = RunLine.ended(run);
    return why.startsWith(word + " by ")
        ? summary + why.substring(word.length()) + targets
        : summary + targets + (why.isBlank() ? "" : ". " + Says.capital(why));
  }

  /** {@code Run 318, Clear the cache: done in 2 min}. */
  public static String summary(Run run, Instant now) {
    var dry = run.origin().isDry() ? "Dry run " : "Run ";
    var title = run.origin().runbook().title();
    return dry + run.id() + ", " + title + ": " + RunLine.standing(run, now);
  }

  /** {@code 4 steps done, 1 skipped, 1 undone}. */
  private static String counts(Run run) {
    var done = count(run, false, StepState.Done.class);
    var words = new ArrayList<String>();
    words.add(Words.count(done, "step") + " done");
    add(words, count(run, false, StepState.Skipped.class), "skipped");
    add(words, count(run, false, StepState.Failed.class), "failed");
    add(words, count(run, false, StepState.Unclear.class), "unclear");
    add(words, count(run, true, StepState.Done.class), "undone");
    return String.join(", ", words);
  }

  private static void add(List<String> words, long number, String what) {
    if (number > 0) {
      words.add(number + " " + what);
    }
  }

  private static long count(Run run, boolean undoing, Class<? extends StepState> state) {
    return run.steps().all().stream()
        .filter(step -> (step.path().phase() == Phase.ROLLBACK) == undoing)
        .map(StepRecord::state)
        .filter(state::isInstance)
        .count();
  }
}
