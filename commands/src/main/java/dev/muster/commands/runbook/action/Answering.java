package dev.muster.commands.runbook.action;

import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Access;
import dev.muster.commands.runbook.Denials;
import dev.muster.commands.runbook.Desk;
import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.rule.Ruling;
import dev.muster.runbooks.run.rule.Ruling.Refused;
import dev.muster.runbooks.run.rule.WaitsFor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Answers to what a run asks. */
enum Answering implements ActOnRun.Deed {
  APPROVE("approve", "ok lgtm", "Approves what a run asks, if your role may", true),
  REJECT("reject", "deny no", "Says no to what a run asks; it stops", true),
  CONFIRM("confirm", "yes", "Says that what a run asks is so", true),
  TICK("tick", "check", "Ticks a line of a run's checklist, by its number", false),
  UNTICK("untick", "uncheck", "Takes the tick of a line back", false);

  private final String verb;
  private final String aliases;
  private final String summary;
  private final boolean takesWords;

  Answering(String verb, String aliases, String summary, boolean takesWords) {
    this.verb = verb;
    this.aliases = aliases;
    this.summary = summary;
    this.takesWords = takesWords;
  }

  @Override
  public String verb() {
    return verb;
  }

  @Override
  public List<String> aliases() {
    return aliases.isEmpty() ? List.of() : List.of(aliases.split(" ", -1));
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public boolean takesWords() {
    return takesWords;
  }

  @Override
  public boolean takesLine() {
    return this == TICK || this == UNTICK;
  }

  @Override
  public String behind() {
    return takesLine() ? " <line>" : " [why]";
  }

  /** A confirmation or a checklist is for whoever may run it: which it is, only the run says. */
  @Override
  public Right right() {
    return this == APPROVE ? Access.APPROVE : Access.VIEW;
  }

  /** Whoever answers what is not asked hears what is, whether or not they may answer that. */
  @Override
  public Optional<String> pointless(Run run) {
    return run.question().filter(asked -> fits(asked.question())).isPresent()
        ? Optional.empty()
        : Optional.of(WaitsFor.words(run));
  }

  private boolean fits(Question question) {
    return switch (question) {
      case Question.Approval _ -> this == APPROVE || this == REJECT;
      // Whoever approves has a vote and may not have seen what this asks.
      case Question.Confirmation _ -> this == CONFIRM || this == REJECT;
      case Question.Checklist _ -> takesLine();
    };
  }

  @Override
  public Optional<Reply> denial(Desk desk, Invocation invocation, Run run) {
    var pinned = desk.pinned(run);
    var question = run.question().map(asked -> asked.question());
    if (pinned.isEmpty() || question.isEmpty()) {
      return Optional.empty();
    }
    var effect = desk.effect(pinned.get(), run);
    var runbook = pinned.get().runbook();
    if (question.get() instanceof Question.Approval approval) {
      return invocation.via().isPresent()
          ? Optional.of(noToken())
          : desk.access()
              .againstApproving(invocation.actor(), runbook, effect, approval.roles())
              .map(why ->
                  Denials.denied(
                      "Your word does not count for run " + run.id() + ".", why, List.of()));
    }
    return Denials.lacking(
            invocation, person -> desk.access().againstActing(person, runbook, effect))
        .map(why -> Denials.denied("You can't answer run " + run.id() + ".", why, List.of()));
  }

  private static Reply noToken() {
    return Reply.error(
        Reply.Error.DENIED,
        Message.of("A token never votes: approve in the chat or in the console, in person."));
  }

  @Override
  public Optional<Ruling> act(Desk desk, Said said) {
    var run = said.run();
    var step = step(run, said.ref());
    if (step.isEmpty()) {
      return Optional.of(new Refused(Ruling.Why.TOO_LATE, WaitsFor.words(run)));
    }
    return switch (this) {
      case APPROVE -> vote(desk, said, step.get(), Vote.Choice.APPROVE);
      case REJECT -> reject(desk, said, step.get());
      case CONFIRM -> confirm(desk, said, step.get(), true);
      case TICK, UNTICK -> tick(desk, said, step.get());
    };
  }

  /** The step that a button was for, or else the one that asks now. */
  private static Optional<StepPath> step(Run run, RunRef ref) {
    var asks = run.state() instanceof RunState.Asking(var step) ? Optional.of(step) : none();
    return ref.at().map(RunRef.At::path).or(() -> asks);
  }

  private static Optional<StepPath> none() {
    return Optional.empty();
  }

  private static Optional<Ruling> reject(Desk desk, Said said, StepPath step) {
    return isConfirmation(said.run())
        ? confirm(desk, said, step, false)
        : vote(desk, said, step, Vote.Choice.REJECT);
  }

  private static Optional<Ruling> confirm(Desk desk, Said said, StepPath step, boolean yes) {
    var words = said.ref().words();
    return said.hands(desk).confirm(said.run().id(), step, Desk.who(said.by()), yes, words);
  }

  private static boolean isConfirmation(Run run) {
    return run.question()
        .filter(asked -> asked.question() instanceof Question.Confirmation)
        .isPresent();
  }

  private static Optional<Ruling> vote(Desk desk, Said said, StepPath step, Vote.Choice choice) {
    var vote = new Vote(Desk.who(said.by()), choice, desk.now(), said.ref().words());
    return said.hands(desk).vote(said.run().id(), step, vote, entitled(desk, said.run()));
  }

  /** Asked of everybody who voted, when it counts: who has left or lost the role does not. */
  private static Predicate<Who> entitled(Desk desk, Run run) {
    var pinned = desk.pinned(run);
    var roles =
        run.question().map(asked -> asked.question()).orElse(null)
                instanceof Question.Approval approval
            ? approval.roles()
            : Set.<String>of();
    return who ->
        pinned.isPresent()
            && desk.access()
                .person(who.id())
                .filter(person ->
                    desk.access()
                        .againstApproving(
                            person, pinned.get().runbook(), desk.effect(pinned.get(), run), roles)
                        .isEmpty())
                .isPresent();
  }

  private Optional<Ruling> tick(Desk desk, Said said, StepPath step) {
    var words = said.ref().words().strip();
    var run = said.run().id();
    return words.matches("\\d{1,4}")
        ? said.hands(desk)
            .tick(run, step, Integer.parseInt(words) - 1, this == TICK, Desk.who(said.by()))
        : Optional.of(
            new Refused(
                Ruling.Why.NOT_NOW, "Which line? Write its number: /runbook tick " + run + " 1"));
  }
}
