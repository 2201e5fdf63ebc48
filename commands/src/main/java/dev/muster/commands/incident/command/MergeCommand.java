package dev.muster.commands.incident.command;

import dev.muster.commands.argument.Mistake;
import dev.muster.commands.asking.Blank;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.chat.form.Parameter.Check;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentMerges;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentReplies;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.people.Right;
import dev.muster.commands.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /incident merge A into B}: it is all the same trouble, and goes on as B. */
final class MergeCommand implements Command {

  private static final String EXAMPLE = "NUMBER into NUMBER";

  private final IncidentMerges merges;
  private final IncidentThreads threads;
  private final IncidentActions actions;

  MergeCommand(IncidentMerges merges, IncidentThreads threads, IncidentActions actions) {
    this.merges = merges;
    this.threads = threads;
    this.actions = actions;
  }

  @Override
  public String name() {
    return "incident merge";
  }

  @Override
  public String arguments() {
    return "[number] into number";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(actions.openOne(), into(_ -> true));
  }

  @Override
  public String summary() {
    return "Lets one incident go on as part of another";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var words = new ArrayList<>(arguments);
    words.removeIf(word -> word.equalsIgnoreCase("into"));
    var ids = words.stream().flatMap(word -> IncidentId.parse(word).stream()).toList();
    var own = threads.incidentAt(invocation.place());
    if (ids.size() != words.size() || ids.size() > 2 || (ids.isEmpty() && own.isEmpty())) {
      return Mistake.of("Say which incident goes into which.").reply(this, EXAMPLE);
    }
    if (ids.isEmpty()) {
      return ask(invocation, own.get(), Optional.empty());
    }
    if (ids.size() == 1 && own.isEmpty()) {
      return ask(invocation, ids.getFirst(), Optional.of(ids.getFirst().toString()));
    }
    return merge(invocation, ids.size() == 2 ? ids.getFirst() : own.get(), ids.getLast());
  }

  /**
   * Into which of the others.
   *
   * @param said what is typed for the one that was named; empty where it is the thread's
   */
  private Reply ask(Invocation invocation, IncidentId from, Optional<String> said) {
    var others = into(choice -> !choice.value().equals(from.toString()));
    var field = Blank.missing(others, invocation.actor());
    return Mistake.of("Which incident does " + from + " go into?")
        .reply(this, EXAMPLE)
        .missing(List.of(others.name()))
        .with(Blank.form(this, said, List.of(field)));
  }

  private Parameter into(Predicate<Choice> isOffered) {
    var open = actions.openOne();
    var offered = new Input.Pick(asker -> open.choices(asker).stream().filter(isOffered).toList());
    return Parameter.word("into", new Asked("Goes on as", "1042", offered, Check.NONE)).required();
  }

  private Reply merge(Invocation invocation, IncidentId from, IncidentId into) {
    if (from.equals(into)) {
      return Mistake.of(from + " cannot go into itself.").reply(this, EXAMPLE);
    }
    var locked = merges.lock(List.of(from, into));
    var one = locked.get(from);
    var other = locked.get(into);
    if (one == null || other == null) {
      var missing = one == null ? from : into;
      return Reply.error(
          Reply.Error.NOT_FOUND,
          Message.of("There is no incident " + missing + ". Nothing was changed."));
    }
    return switch (one.state()) {
      case IncidentState.Merged over when over.into().equals(into) ->
          Reply.toAsker(
              Message.of(from + " is part of " + into + " already. Nothing was changed."));
      case IncidentState.Merged over -> elsewhere(from, over.into(), into);
      case IncidentState.Mergeable state ->
          other.isOpen() ? merge(invocation, one, state, other) : isOver(other);
    };
  }

  private Reply merge(
      Invocation invocation, Incident one, IncidentState.Mergeable state, Incident other) {
    var change = actions.changeBy(invocation);
    var gone = one.into(state.merge(change, other.id()));
    var more = other.takingIn(one);
    var who = change.by().name();
    var runs = RunsAlong.of(merges.runs(one.id(), RunsAlong.ASKED));
    actions.save(invocation, gone, Kind.MERGED, "Merged into " + other.id());
    actions.save(
        invocation,
        more,
        Kind.MERGED,
        "Took in " + one.id() + " " + title(one) + rest(one, other, more) + runs.behind());
    merges.handOver(one.id(), other.id());
    var show = IncidentPost.typed("show", more);
    actions.say(
        IncidentReplies.said(
            gone,
            Message.of(
                who + " merged it into " + more.id() + ". It goes on there: " + show,
                Block.line(
                    Span.text(who + " merged it into " + more.id() + ". It goes on there: "),
                    Span.code(show)))));
    var told =
        "%s merged %s %s into this one%s."
            .formatted(who, one.id(), title(one), rest(one, other, more));
    actions.say(IncidentReplies.said(more, runs.below(told)));
    return Reply.told(Message.of("Merged " + one.id() + " into " + IncidentPost.oneLine(more)));
  }

  private static String title(Incident incident) {
    return incident.headline().title();
  }

  private static String rest(Incident one, Incident other, Incident more) {
    var alerts = one.alerts().total();
    var count = alerts == 0 ? "" : ", with " + Words.count(alerts, "alert");
    return more.severity().equals(other.severity())
        ? count
        : count + "; severity " + more.severity().name() + " (was " + other.severity().name() + ")";
  }

  private static Reply elsewhere(IncidentId from, IncidentId at, IncidentId wanted) {
    return offer(
        from + " is part of " + at + " already. Nothing was changed.",
        Button.of("Merge " + at + " too", "/incident merge " + at + " into " + wanted));
  }

  private static Reply isOver(Incident other) {
    if (other.state() instanceof IncidentState.Merged over) {
      return offer(
          other.id() + " goes on as " + over.into() + ". Nothing was changed.",
          Button.of("Show " + over.into(), "/incident show " + over.into()));
    }
    return offer(
        other.id() + " is over. Open it again first. Nothing was changed.",
        Button.of("Reopen " + other.id(), IncidentPost.command("reopen", other)));
  }

  private static Reply offer(String text, Button button) {
    return Reply.error(
        Reply.Error.INVALID,
        Message.of(text, Block.line(text), new Block.Buttons(List.of(button))));
  }
}
