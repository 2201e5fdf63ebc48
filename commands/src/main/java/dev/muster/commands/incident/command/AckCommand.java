package dev.muster.commands.incident.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentReplies;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.Errand;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.people.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** {@code /incident ack}: somebody has it. */
final class AckCommand implements Command {

  private static final int AT_ONCE = 20;

  private final IncidentActions actions;

  AckCommand(IncidentActions actions) {
    this.actions = actions;
  }

  @Override
  public String name() {
    return "incident ack";
  }

  @Override
  public List<String> aliases() {
    return List.of("acknowledge");
  }

  @Override
  public String arguments() {
    return "[number …]";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(actions.openOne());
  }

  @Override
  public String summary() {
    return "Says that you have it, so that nobody else needs to";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var ids =
        arguments.stream().flatMap(word -> IncidentId.parse(word).stream()).collect(inOrder());
    return ids.size() > 1 && arguments.stream().allMatch(AckCommand::isNumber)
        ? all(invocation, ids)
        : one(invocation, Errand.of(invocation, arguments, "ack"));
  }

  private Reply one(Invocation invocation, Errand errand) {
    return actions.on(errand, incident -> acknowledge(invocation, incident));
  }

  /** In the order of their numbers, in which everybody locks them. */
  private Reply all(Invocation invocation, Set<IncidentId> ids) {
    if (ids.size() > AT_ONCE) {
      var text = ids.size() + " are too many at once: at most " + AT_ONCE + ". None was changed.";
      return Reply.error(Reply.Error.INVALID, Message.of(text));
    }
    var blocks = new ArrayList<Block>();
    var done = 0;
    for (var id : ids) {
      var reply = one(invocation, Errand.on(id, invocation, "ack"));
      done += reply.error().isEmpty() && !reply.isPrivate() ? 1 : 0;
      blocks.add(reply.message().blocks().getFirst());
    }
    var message = new Message("You have " + done + " of these " + ids.size(), blocks);
    return done > 0 ? Reply.told(message) : Reply.toAsker(message);
  }

  private static boolean isNumber(String word) {
    return IncidentId.parse(word).isPresent();
  }

  private static Collector<IncidentId, ?, Set<IncidentId>> inOrder() {
    return Collectors.toCollection(TreeSet::new);
  }

  private Reply acknowledge(Invocation invocation, Incident incident) {
    return switch (incident.state()) {
      case IncidentState.Triggered state -> {
        var change = actions.changeBy(invocation);
        var next = incident.acknowledge(state, change);
        var after = actions.sinceOpened(incident, change);
        actions.save(invocation, next, Kind.ACKNOWLEDGED, "Acknowledged");
        actions.say(IncidentReplies.acknowledged(next, change.by(), after));
        yield Reply.told(Message.of("You have " + IncidentPost.oneLine(next)));
      }
      case IncidentState.Acknowledged state ->
          IncidentActions.already(incident, state.change(), "has it", "has had it since");
      case IncidentState.Mitigated state ->
          IncidentActions.already(incident, state.change(), "mitigated it", "mitigated it");
      case IncidentState.Over over ->
          IncidentActions.already(incident, over.change(), "resolved it", "resolved it");
    };
  }
}
