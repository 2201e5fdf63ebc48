package dev.muster.commands.runbook.action;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.card.RunLine;
import dev.muster.runbooks.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the run that somebody means: by its number, or the only one that goes on here. */
record RunTarget(Desk desk, IncidentThreads threads) {

  private static final int CHOICES = 25;
  private static final int SHOWN = 10;

  /** What was found. */
  sealed interface Found {
    record One(Run run) implements Found {}

    record None(Reply reply) implements Found {}
  }

  Found find(Command command, Invocation invocation, RunRef ref) {
    if (ref.run().isPresent()) {
      var id = ref.run().get();
      return desk.means()
          .store()
          .find(id)
          .<Found>map(Found.One::new)
          .orElseGet(() -> new Found.None(unknown("There is no run " + id + ".")));
    }
    var live = desk.board().live(CHOICES);
    var here = threads.incidentAt(invocation.place()).map(IncidentId::value);
    var own =
        here.isEmpty() ? live : live.stream().filter(run -> incident(run).equals(here)).toList();
    return switch (own.size()) {
      case 0 -> new Found.None(unknown("Which run? None goes on here."));
      case 1 -> new Found.One(own.getFirst());
      default -> new Found.None(which(command, own));
    };
  }

  private static Optional<Long> incident(Run run) {
    return run.origin().place().flatMap(place -> place.incident());
  }

  /** The number of a run, which can be left out where only one goes on. */
  Parameter number() {
    var pick = new Input.Pick(_ -> choices());
    return Parameter.word("run", new Asked("Run", "318", pick, Parameter.Check.NONE));
  }

  private List<Choice> choices() {
    return desk.board().live(CHOICES).stream()
        .map(run -> {
          var what = run.origin().runbook().title() + " · " + RunLine.standing(run, desk.now());
          return new Choice(run.id().toString(), what);
        })
        .toList();
  }

  private static Reply unknown(String problem) {
    return Reply.error(
        Reply.Error.NOT_FOUND,
        Message.of(
            problem + " /runbook status lists those that go on.",
            Block.line(problem),
            new Block.Buttons(List.of(Button.primary("What runs now", "/runbook status")))));
  }

  private Reply which(Command command, List<Run> runs) {
    var typed = CommandTable.typed(command.name());
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line("Which run? These go on now:"));
    runs.stream()
        .limit(SHOWN)
        .forEach(run -> {
          var line = RunLine.of(run, desk.now());
          blocks.add(
              new Block.Row(line.spans(), Button.of("Run " + run.id(), typed + " " + run.id())));
        });
    blocks.add(Block.line(Span.text("or write "), Span.code(typed + " " + runs.getFirst().id())));
    return Reply.error(Reply.Error.INVALID, new Message("Which run? " + typed + " …", blocks))
        .missing(List.of("run"));
  }
}
