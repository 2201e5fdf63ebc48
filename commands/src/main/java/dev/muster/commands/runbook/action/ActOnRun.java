package dev.muster.commands.runbook.action;

import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Request;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Refusal;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Access;
import dev.muster.commands.runbook.Denials;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.RefusingCommand;
import dev.muster.commands.runbook.card.RunLine;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.rule.Ruling;
import dev.muster.runbooks.start.Hands;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One of the things that people do to a run, by command or button. */
final class ActOnRun implements RefusingCommand {

  private final Deed deed;
  private final RunTarget target;

  ActOnRun(Deed deed, RunTarget target) {
    this.deed = deed;
    this.target = target;
  }

  @Override
  public String name() {
    return "runbook " + deed.verb();
  }

  @Override
  public List<String> aliases() {
    return deed.aliases();
  }

  @Override
  public String arguments() {
    return "[run]" + deed.behind();
  }

  @Override
  public List<Parameter> parameters() {
    var asked = new Asked("Why", "checked by hand", new Input.Line(500), Parameter.Check.NONE);
    var why = Parameter.text("why", asked);
    return deed.takesWords()
        ? List.of(target.number(), deed.needsWords() ? why.required() : why)
        : List.of(target.number());
  }

  @Override
  public String summary() {
    return deed.summary();
  }

  @Override
  public Right right() {
    return deed.right();
  }

  @Override
  public boolean mayBe(Request request) {
    var invocation = request.invocation();
    return ref(invocation, request.arguments())
        .run()
        .flatMap(target.desk().means().store()::find)
        .filter(run -> !(denial(invocation, run).isEmpty() && deed.counts(invocation.actor(), run)))
        .isEmpty();
  }

  /** Which run; the lines of its checklist are alike. */
  @Override
  public List<String> decisive(List<String> words) {
    return words.stream().limit(2).toList();
  }

  private RunRef ref(Invocation invocation, List<String> arguments) {
    var typed = Typed.behind(invocation, arguments);
    return deed.takesLine() ? target.withLine(typed, invocation.place(), true) : RunRef.of(typed);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var ref = ref(invocation, arguments);
    return switch (target.find(this, invocation, ref)) {
      case RunTarget.Found.None(var reply) -> reply;
      case RunTarget.Found.One(var run, var said) -> run(invocation, said, run);
    };
  }

  private Reply run(Invocation invocation, RunRef ref, Run run) {
    var gone = Gone.of(run, ref, target.desk().now()).or(() -> deed.pointless(run));
    if (gone.isPresent()) {
      return late(run, gone.get());
    }
    var desk = target.desk();
    var denied = denial(invocation, run);
    if (denied.isPresent()) {
      return denied.get();
    }
    var unclear = deed.unclear(desk, run, ref.words());
    if (unclear.isPresent()) {
      return unclear.get();
    }
    if (deed.needsWords() && ref.words().isBlank()) {
      return whyMissing(run);
    }
    return deed.act(desk, new Deed.Said(invocation.actor(), run, ref))
        .map(ruling -> answer(run, ruling))
        .orElseGet(() -> late(run, "There is no such run."));
  }

  private Optional<Reply> denial(Invocation invocation, Run run) {
    var desk = target.desk();
    return deed.denial(desk, invocation, run)
        .or(() -> desk.pinned(run).isPresent() ? Optional.empty() : unread(invocation, run));
  }

  private Optional<Reply> unread(Invocation invocation, Run run) {
    var access = target.desk().access();
    return Denials.lacking(invocation, it -> deed.unread(access, it, run))
        .map(why -> Denials.denied("You can't do that to run " + run.id() + ".", why, List.of()));
  }

  private Reply whyMissing(Run run) {
    var typed = "/runbook %s %s <why>".formatted(deed.verb(), run.id());
    return Reply.error(
            Reply.Error.INVALID,
            Message.of("Why? Say it behind: " + typed + ". Everybody reads it."))
        .missing(List.of("why"));
  }

  private Reply answer(Run before, Ruling ruling) {
    return switch (ruling) {
      case Ruling.Applied(var run, var words) -> told(run, words);
      case Ruling.Wished(var run, var words) -> told(run, words);
      case Ruling.Refused(var why, var words) ->
          late(before, (words + " " + deed.whom(before, why)).strip());
    };
  }

  private Reply told(Run run, String words) {
    var text = "Run " + run.id() + ": " + words + ".";
    return Reply.told(Message.of(text));
  }

  /** Nothing happened, and how it stands now. */
  private Reply late(Run run, String words) {
    var desk = target.desk();
    var now = desk.means().store().find(run.id()).orElse(run);
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(words));
    blocks.add(RunLine.of(now, desk.now()));
    var status = Button.of("Status", "/runbook status " + run.id());
    blocks.add(new Block.Buttons(List.of(status)));
    return Reply.toAsker(new Message(words + " Nothing was changed.", blocks));
  }

  /** What is done to a run. */
  interface Deed {

    String verb();

    default List<String> aliases() {
      return List.of();
    }

    /** What may be typed behind the run. */
    default String behind() {
      return needsWords() ? " <why>" : takesWords() ? " [why]" : "";
    }

    default boolean takesWords() {
      return needsWords();
    }

    default boolean needsWords() {
      return false;
    }

    /** Whether a line of the run's checklist has to be named. */
    default boolean takesLine() {
      return false;
    }

    String summary();

    default Right right() {
      return Access.RUN;
    }

    /** Why nobody can do it to the run as it stands, where that is to be said first of all. */
    default Optional<String> pointless(Run run) {
      return Optional.empty();
    }

    /** Asks what is meant where the words may mean another thing; empty where they are clear. */
    default Optional<Reply> unclear(Desk desk, Run run, String words) {
      return Optional.empty();
    }

    /** Why the asker may not; empty where they may, as far as the run's runbook can be read. */
    Optional<Reply> denial(Desk desk, Invocation invocation, Run run);

    /** What somebody lacks besides where nobody knows its runbook any more. */
    default Optional<Refusal> unread(Access access, Person person, Run run) {
      return access.againstSome(person, right());
    }

    Optional<Ruling> act(Desk desk, Said said);

    /** Whether it would count now by somebody who is not denied it. */
    default boolean counts(Person person, Run run) {
      return true;
    }

    /** Whom to turn to where it does not count by whoever says it; may be empty. */
    default String whom(Run run, Ruling.Why why) {
      return "";
    }

    /** Who says what about which run. */
    record Said(Person by, Run run, RunRef ref) {

      /** Where a button says what its reader saw, bound to that under the run's lock. */
      Hands hands(Desk desk) {
        return ref.at()
            .flatMap(at -> at.attempt().map(number -> desk.hands().seeing(at.path(), number)))
            .orElseGet(desk::hands);
      }
    }
  }
}
