package dev.muster.commands.runbook.action;

import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.runbook.card.RunCard;
import dev.muster.commands.runbook.card.RunLine;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.text.NearestWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /runbook status}: how a run stands, or what runs now and ran lately. */
record RunStatus(RunTarget target) implements LookAtRun {

  private static final String ALL = "all";
  private static final int SHOWN = 10;
  private static final int TAIL = 5;

  @Override
  public String name() {
    return "runbook status";
  }

  @Override
  public List<String> aliases() {
    return List.of("runs");
  }

  @Override
  public String arguments() {
    return "[run|runbook|all]";
  }

  @Override
  public String summary() {
    return "Shows how a run stands, with its steps; `all`, or no number, what runs and ran lately";
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var ref = RunRef.of(Typed.behind(invocation, arguments));
    if (ref.run().isEmpty() && !ref.words().isBlank() && !ref.words().equalsIgnoreCase(ALL)) {
      return named(new Typed(ref.words()).first().toLowerCase(Locale.ROOT));
    }
    var isAll = ref.words().equalsIgnoreCase(ALL) || !target.isOfRuns(invocation.place());
    return ref.run().isEmpty() && isAll
        ? Reply.toAsker(all())
        : LookAtRun.super.run(invocation, arguments);
  }

  @Override
  public Message of(Run run, String words) {
    var desk = target.desk();
    var tail = desk.means().log().tail(run.id(), TAIL).stream().map(line -> line.text()).toList();
    return desk.pinned(run)
        .map(pinned -> RunCard.of(run, pinned.runbook(), tail, Optional.empty(), desk.now()))
        .orElseGet(() -> new Message("Run " + run.id(), List.of(RunLine.of(run, desk.now()))));
  }

  /** The runs of a runbook; what is none is a slip. */
  private Reply named(String word) {
    var desk = target.desk();
    var runs = desk.board().of(word, SHOWN);
    if (!runs.isEmpty()) {
      var heading = "Runs of " + Words.echo(word) + ", the newest first";
      var blocks = new ArrayList<Block>();
      blocks.add(Block.line(Span.strong(heading)));
      runs.forEach(run -> blocks.add(RunLine.of(run, desk.now())));
      return Reply.toAsker(new Message(heading, blocks));
    }
    var known = new ArrayList<>(desk.library().get().names());
    if (known.contains(word)) {
      var words = word + " was never run. To run it: ";
      var run = "/runbook run " + word;
      return Reply.toAsker(Message.of(words + run, Block.line(Span.text(words), Span.code(run))));
    }
    known.add(ALL);
    var meant = NearestWords.nearest(word, known).stream().findFirst();
    return new Mistake("\"" + Words.echo(word) + "\" is neither a run nor a runbook.", word, meant)
        .reply(this, meant.orElse(ALL));
  }

  private Message all() {
    var desk = target.desk();
    var live = desk.board().live(SHOWN);
    var blocks = new ArrayList<Block>();
    var count = desk.board().countLive();
    var heading = count == 0 ? "Nothing runs now" : Words.count(count, "run") + " going on";
    blocks.add(Block.line(Span.strong(heading)));
    live.forEach(run -> blocks.add(RunLine.of(run, desk.now())));
    var over =
        desk.board().all(new PageRequest(SHOWN, Optional.empty())).items().stream()
            .filter(Run::isOver)
            .toList();
    if (!over.isEmpty()) {
      blocks.add(Block.line(Span.strong("Lately")));
      over.forEach(run -> blocks.add(RunLine.of(run, desk.now())));
    }
    return new Message(heading, blocks);
  }
}
