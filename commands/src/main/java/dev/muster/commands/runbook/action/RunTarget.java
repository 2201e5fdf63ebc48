package dev.muster.commands.runbook.action;

import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.card.NewsCard;
import dev.muster.commands.runbook.card.RunLine;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the run that somebody means: by its number, or the only one that goes on here. */
record RunTarget(Desk desk, IncidentThreads threads) {

  private static final int CHOICES = 25;
  private static final int SHOWN = 10;
  private static final int LAST = 3;

  private static final String ALL = "/runbook status all";
  private static final String GOING = " " + ALL + " lists those that go on.";
  private static final String LATELY = " " + ALL + " lists the last ones.";

  /** What was found. */
  sealed interface Found {

    /** With what was said behind the run. */
    record One(Run run, RunRef ref) implements Found {}

    record None(Reply reply) implements Found {}
  }

  Found find(Command command, Invocation invocation, RunRef ref) {
    if (ref.run().isPresent()) {
      var id = ref.run().get();
      return desk.means()
          .store()
          .find(id)
          .<Found>map(run -> new Found.One(run, ref))
          .orElseGet(() -> new Found.None(unknown("There is no run " + id + ".", GOING)));
    }
    var place = invocation.place();
    var named = desk.library().get().named(new Typed(ref.words()).first());
    return named
        .map(runbook -> named(command, place, runbook, ref.behindName()))
        .orElseGet(() -> here(command, place, ref));
  }

  private Found here(Command command, Place place, RunRef ref) {
    return desk.board()
        .at(place)
        .<Found>map(run -> new Found.One(run, ref))
        .or(() -> threads.incidentAt(place).map(incident -> among(command, incident, ref)))
        .orElseGet(() -> anywhere(command, ref));
  }

  /** Where nothing says which is meant, a word may be a slip in its number, and no reason. */
  private Found anywhere(Command command, RunRef ref) {
    var live = desk.board().live(CHOICES);
    return live.isEmpty() || ref.words().isBlank()
        ? only(command, live, ref, unknown("Which run? None goes on now.", LATELY))
        : new Found.None(which(command, live));
  }

  /** A runbook's name stands for its run: it is no reason to do something to another one. */
  private Found named(Command command, Place place, String runbook, RunRef ref) {
    var own = desk.board().at(place).filter(run -> run.origin().runbook().name().equals(runbook));
    if (own.isPresent()) {
      return new Found.One(own.get(), ref);
    }
    var open = desk.board().allOpenOf(runbook, SHOWN);
    var last = open.isEmpty() ? desk.board().of(runbook, LAST) : open;
    var none = over(command, "No run of " + runbook + " goes on.", last);
    return only(command, open, ref, none);
  }

  /**
   * What is meant where a line may be named behind the run: in the thread of a run, or of an
   * incident that has just one, a bare number is the line. {@code #3} is always a run.
   *
   * @param isNeeded whether there is no way without a line
   */
  RunRef withLine(Typed typed, Place place, boolean isNeeded) {
    var ref = RunRef.of(typed);
    var here = RunRef.isBareNumber(typed) ? runOf(place) : Optional.<RunId>empty();
    var isLine = here.isPresent() && (isNeeded || !here.equals(ref.run()));
    return isLine ? RunRef.here(typed.text()) : ref;
  }

  private Optional<RunId> runOf(Place place) {
    return desk.board()
        .at(place)
        .or(() ->
            threads
                .incidentAt(place)
                .map(incident -> desk.board().openOf(incident, 2))
                .filter(open -> open.size() == 1)
                .map(List::getFirst))
        .map(Run::id);
  }

  /** Whether a place is a run's or an incident's, so that a run need not be named there. */
  boolean isOfRuns(Place place) {
    return threads.incidentAt(place).isPresent() || desk.board().at(place).isPresent();
  }

  private Found among(Command command, IncidentId incident, RunRef ref) {
    var open = desk.board().openOf(incident, SHOWN);
    var last = open.isEmpty() ? desk.board().of(incident, LAST) : open;
    var none = over(command, "No run goes on for incident " + incident + ".", last);
    return only(command, open, ref, none);
  }

  private Found only(Command command, List<Run> open, RunRef ref, Reply none) {
    return switch (open.size()) {
      case 0 -> new Found.None(none);
      case 1 -> new Found.One(open.getFirst(), ref);
      default -> new Found.None(which(command, open));
    };
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

  private static Reply unknown(String problem, String next) {
    return Reply.error(
        Reply.Error.NOT_FOUND,
        Message.of(
            problem + next,
            Block.line(problem),
            new Block.Buttons(List.of(Button.primary("All runs", ALL)))));
  }

  private Reply over(Command command, String problem, List<Run> last) {
    if (last.isEmpty()) {
      return unknown(problem, GOING);
    }
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(problem + " The last " + (last.size() == 1 ? "was:" : "were:")));
    blocks.addAll(rows(command, last));
    return Reply.error(
        Reply.Error.NOT_FOUND, new Message(problem + " Write " + typed(command, last), blocks));
  }

  private Reply which(Command command, List<Run> runs) {
    var blocks = new ArrayList<Block>();
    var these = runs.size() == 1 ? "This one goes on now:" : "These go on now:";
    blocks.add(Block.line("Which run? " + these));
    blocks.addAll(rows(command, runs));
    var typed = CommandTable.typed(command.name());
    return Reply.error(Reply.Error.INVALID, new Message("Which run? " + typed + " …", blocks))
        .missing(List.of("run"));
  }

  /** Each with what it waits for, and what is typed to mean it. */
  private List<Block> rows(Command command, List<Run> runs) {
    var typed = CommandTable.typed(command.name());
    var rows = new ArrayList<Block>();
    runs.stream()
        .limit(SHOWN)
        .forEach(run ->
            rows.add(
                new Block.Row(
                    List.of(Span.text(line(run))),
                    Button.of("Run " + run.id(), typed + " " + run.id()))));
    rows.add(Block.line(Span.text("or write "), Span.code(typed(command, runs))));
    return rows;
  }

  private static String typed(Command command, List<Run> runs) {
    return CommandTable.typed(command.name()) + " " + runs.getFirst().id();
  }

  private String line(Run run) {
    var stands =
        desk.pinned(run)
            .filter(_ -> !run.isOver())
            .map(pinned -> NewsCard.line(run, pinned.runbook(), desk.now()))
            .orElseGet(() -> NewsCard.summary(run, desk.now()));
    return stands + " · " + run.origin().requester().name();
  }
}
