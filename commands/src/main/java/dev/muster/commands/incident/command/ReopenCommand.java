package dev.muster.commands.incident.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentReplies;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.Errand;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.people.Right;
import java.util.List;
import java.util.Optional;

/** {@code /incident reopen}: it is not over after all. */
final class ReopenCommand implements Command {

  private final IncidentStore store;
  private final IncidentActions actions;

  ReopenCommand(IncidentStore store, IncidentActions actions) {
    this.store = store;
    this.actions = actions;
  }

  @Override
  public String name() {
    return "incident reopen";
  }

  @Override
  public List<String> aliases() {
    return List.of("unresolve");
  }

  @Override
  public String arguments() {
    return "[number]";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(actions.calmOne());
  }

  @Override
  public String summary() {
    return "It is not over after all, or not mitigated";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    return actions.on(
        Errand.of(invocation, arguments, "reopen"), incident -> reopen(invocation, incident));
  }

  private Reply reopen(Invocation invocation, Incident incident) {
    var at = actions.changeBy(invocation).at();
    return switch (incident.state()) {
      case IncidentState.Resolved over ->
          store
              .openOf(incident.groupKey())
              .map(newer -> hasNewer(incident, newer))
              .orElseGet(() -> again(invocation, incident.reopened(over.reopen(), at)));
      case IncidentState.Mitigated state ->
          done(
              invocation,
              incident.reopened(state.recur(), at),
              state.had().by().name() + " has it");
      case IncidentState.Merged over ->
          IncidentActions.already(incident, over.change(), "merged it", "merged it");
      case IncidentState.Burning _ ->
          Reply.toAsker(Message.of(incident.id() + " is open. Nothing was changed."));
    };
  }

  private Reply again(Invocation invocation, Incident next) {
    return done(invocation, next, IncidentReplies.whose(next));
  }

  private Reply done(Invocation invocation, Incident next, String who) {
    var by = actions.changeBy(invocation).by();
    actions.save(invocation, next, Kind.REOPENED, "Opened again");
    actions.say(IncidentReplies.reopened(next, by, who));
    return Reply.told(Message.of("Opened " + next.id() + " again: " + who + "."));
  }

  /** Its alerts have opened another since, and two would fight over them. */
  private static Reply hasNewer(Incident incident, IncidentId newer) {
    var text =
        "The alerts of " + incident.id() + " have opened " + newer + " since. Nothing was changed.";
    return Reply.error(
        Reply.Error.INVALID,
        Message.of(
            text,
            Block.line(text),
            new Block.Buttons(
                List.of(
                    Block.Button.primary("Show " + newer, "/incident show " + newer),
                    Block.Button.of(
                        "Merge " + incident.id() + " into " + newer,
                        "/incident merge " + incident.id() + " into " + newer)))));
  }
}
