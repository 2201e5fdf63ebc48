package dev.muster.commands.runbook.action;

import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Refusal;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Access;
import dev.muster.commands.runbook.Approvers;
import dev.muster.commands.runbook.Denials;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.Whom;
import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.language.Definition;
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
import java.util.function.Predicate;

/** Answers to what a run asks. */
record Answering(Answer answer, Whom others) implements ActOnRun.Deed {

  /** How it can be answered. */
  enum Answer {
    APPROVE("approve", "ok lgtm", "Approves what a run asks, if your role may"),
    REJECT("reject", "deny no", "Says no to what a run asks; it stops"),
    CONFIRM("confirm", "yes", "Says that what a run asks is so"),
    TICK("tick", "check", "Ticks a line of a run's checklist, by its number"),
    UNTICK("untick", "uncheck", "Takes the tick of a line back");

    private final String verb;
    private final String aliases;
    private final String summary;

    Answer(String verb, String aliases, String summary) {
      this.verb = verb;
      this.aliases = aliases;
      this.summary = summary;
    }
  }

  @Override
  public String verb() {
    return answer.verb;
  }

  @Override
  public List<String> aliases() {
    return List.of(answer.aliases.split(" ", -1));
  }

  @Override
  public String summary() {
    return answer.summary;
  }

  @Override
  public boolean takesWords() {
    return !takesLine();
  }

  @Override
  public boolean takesLine() {
    return answer == Answer.TICK || answer == Answer.UNTICK;
  }

  @Override
  public String behind() {
    return takesLine() ? " <line>" : " [why]";
  }

  /** A confirmation or a checklist is for whoever may run it: which it is, only the run says. */
  @Override
  public Right right() {
    return answer == Answer.APPROVE ? Access.APPROVE : Access.VIEW;
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
      case Question.Approval _ -> answer == Answer.APPROVE || answer == Answer.REJECT;
      // Whoever approves has a vote and may not have seen what this asks.
      case Question.Confirmation _ -> answer == Answer.CONFIRM || answer == Answer.REJECT;
      case Question.Checklist _ -> takesLine();
    };
  }

  @Override
  public Optional<Reply> denial(Desk desk, Invocation invocation, Run run) {
    return switch (run.question().map(asked -> asked.question()).orElse(null)) {
      case Question.Approval _ ->
          invocation.via().isPresent()
              ? Optional.of(noToken())
              : notCounted(desk, invocation.actor(), run);
      case Question.Confirmation _, Question.Checklist _ ->
          desk.pinned(run).flatMap(pinned -> notActing(desk, invocation, run, pinned));
      case null -> Optional.empty();
    };
  }

  private static Optional<Reply> notActing(
      Desk desk, Invocation invocation, Run run, Definition pinned) {
    var effect = desk.effect(pinned, run);
    return Denials.lacking(
            invocation, person -> desk.access().againstActing(person, pinned.runbook(), effect))
        .map(why -> Denials.denied("You can't answer run " + run.id() + ".", why, List.of()));
  }

  /** What is asked says what it takes: whoever may only look answers nothing. */
  @Override
  public Optional<Refusal> unread(Access access, Person person, Run run) {
    return switch (run.question().map(asked -> asked.question()).orElse(null)) {
      case Question.Approval approval ->
          access.againstSome(person, Access.APPROVE, approval.roles());
      case Question.Confirmation _, Question.Checklist _ -> access.againstSome(person, Access.RUN);
      case null -> access.againstSome(person, right());
    };
  }

  private Optional<Reply> notCounted(Desk desk, Person person, Run run) {
    var what = "Your word does not count for run " + run.id() + ".";
    return Approvers.of(desk, run)
        .flatMap(it -> it.against(person))
        .map(why -> Denials.denied(what, why.needs(), others.approves(run)));
  }

  /** {@code confirm no} must not be a yes. */
  @Override
  public Optional<Reply> unclear(Desk desk, Run run, String words) {
    return answer == Answer.APPROVE || answer == Answer.CONFIRM
        ? YesOrNo.unclear(run, answer.verb, words)
        : Optional.empty();
  }

  @Override
  public boolean counts(Person person, Run run) {
    return answer != Answer.APPROVE
        || Approvers.of(others.desk(), run).filter(it -> !it.can(person)).isEmpty();
  }

  /** Four eyes: whose own word does not count hears whose does. */
  @Override
  public String whom(Run run, Ruling.Why why) {
    var isApproval =
        run.question().filter(it -> it.question() instanceof Question.Approval).isPresent();
    var isOthers = why == Ruling.Why.NOT_COUNTED || why == Ruling.Why.ALREADY;
    return isApproval && isOthers && answer == Answer.APPROVE ? others.approves(run) : "";
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
    return switch (answer) {
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
    var approvers = Approvers.of(desk, run);
    return who ->
        approvers.flatMap(it -> desk.access().person(who.id()).map(it::mayEver)).orElse(false);
  }

  private Optional<Ruling> tick(Desk desk, Said said, StepPath step) {
    var line = RunRef.line(said.ref().words().strip().replaceFirst("^#", ""));
    var run = said.run().id();
    if (line.isEmpty()) {
      var words =
          "Which line? One at a time, by its number: `/runbook %s %s 1`."
              .formatted(answer.verb, run);
      return Optional.of(new Refused(Ruling.Why.NOT_NOW, words));
    }
    var number = line.get().intValue() - 1;
    return said.hands(desk).tick(run, step, number, answer == Answer.TICK, Desk.who(said.by()));
  }
}
