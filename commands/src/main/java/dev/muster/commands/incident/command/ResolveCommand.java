package dev.muster.commands.incident.command;

import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Options;
import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentReplies;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.Errand;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.incident.edit.Edit;
import dev.muster.commands.incident.edit.Field;
import dev.muster.commands.incident.edit.Fields;
import dev.muster.commands.people.Right;
import dev.muster.commands.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /incident resolve}: it is over. */
final class ResolveCommand implements Command {

  private static final String EXAMPLE = "1042 root-cause:Slow query";

  /** What can be said at once. */
  private static final List<Field<?>> FINDINGS =
      List.of(Fields.RESOLUTION, Fields.ROOT_CAUSE, Fields.AFFECTED_USERS);

  private static final Options<Edit<?>> OPTIONS =
      new Options<>(FINDINGS.stream().<Option<Edit<?>>>map(Field::edit).toList(), false);

  private final IncidentActions actions;

  ResolveCommand(IncidentActions actions) {
    this.actions = actions;
  }

  @Override
  public String name() {
    return "incident resolve";
  }

  @Override
  public List<String> aliases() {
    return List.of("close");
  }

  @Override
  public String arguments() {
    return "[number] [resolution:…] [root-cause:…] [users:612]";
  }

  @Override
  public List<Parameter> parameters() {
    return Stream.concat(Stream.of(actions.openOne()), FINDINGS.stream().map(Field::parameter))
        .toList();
  }

  @Override
  public String summary() {
    return "It is over";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var errand = Errand.withOptions(invocation, arguments, "resolve");
    return switch (OPTIONS.read(errand.text(), actions.asker(invocation))) {
      case Sorted.Wrong<Edit<?>>(var mistake) -> mistake.reply(this, EXAMPLE);
      case Sorted.Right<Edit<?>>(var text, _) when !text.isEmpty() ->
          actions.lookAt(Errand.of(invocation, arguments, "resolve"), _ -> tooMuch(text));
      case Sorted.Right<Edit<?>>(_, var edits) ->
          actions.on(errand, incident -> resolve(invocation, incident, edits.values()));
    };
  }

  private Reply tooMuch(String text) {
    var problem = "I don't know what to do with \"" + text + "\". It takes one incident.";
    return Mistake.of(problem).reply(this, EXAMPLE);
  }

  private Reply resolve(Invocation invocation, Incident incident, Collection<Edit<?>> edits) {
    return switch (incident.state()) {
      case IncidentState.Open open -> {
        var change = actions.changeBy(invocation);
        var next = incident.to(open.resolve(change));
        var told = new ArrayList<>(List.of("Resolved"));
        for (var edit : edits) {
          told.add(edit.describe(next, actions.asker(invocation)));
          next = edit.apply(next);
        }
        actions.save(invocation, next, Kind.RESOLVED, String.join("; ", told));
        actions.say(
            IncidentReplies.resolved(next, change.by(), actions.sinceOpened(incident, change)));
        yield Reply.told(done(next));
      }
      case IncidentState.Over over ->
          Reply.toAsker(
              Message.of(
                  incident.id() + " was resolved by " + over.change().by().name() + ".",
                  Block.line(
                      Span.text(
                          incident.id() + " was resolved by " + over.change().by().name() + " "),
                      Span.time(over.change().at()),
                      Span.text(". Nothing was changed."))));
    };
  }

  private static Message done(Incident incident) {
    var firing = incident.alerts().firing();
    var text = "Resolved " + incident.id() + " " + incident.headline().title() + ".";
    return firing == 0
        ? Message.of(text)
        : Message.of(
            text,
            Block.line(text),
            Block.line(
                Words.count(firing, "alert")
                    + (firing == 1 ? " still fires." : " still fire.")
                    + " What goes on like this stays quiet for half an hour, or as long as its"
                    + " route says; then it opens another incident."));
  }
}
