package dev.muster.commands.incident.command;

import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Options;
import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.argument.Value;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Choices;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentReplies;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.Errand;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.incident.edit.Edit;
import dev.muster.commands.incident.edit.Field;
import dev.muster.commands.incident.edit.Fields;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Right;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /incident resolve}: it is over. */
final class ResolveCommand implements Command {

  private static final String EXAMPLE = "NUMBER root-cause:Slow query";

  /** What can be said at once. */
  private static final List<Field<?>> FINDINGS =
      List.of(Fields.RESOLUTION, Fields.ROOT_CAUSE, Fields.AFFECTED_USERS);

  /** Said at once by who knows that alerts still fire. */
  private static final String CONFIRM = "confirm";

  private static final Option<Optional<Edit<?>>> CONFIRMED =
      new Option<>(
          CONFIRM,
          List.of("yes"),
          "yes",
          new Input.Pick(Choices.of("yes")),
          (text, _) ->
              text.isEmpty() || text.equalsIgnoreCase("yes")
                  ? new Value.Good<>(Optional.empty())
                  : new Value.Bad<>("write confirm:yes, or leave it out."));

  private static final Options<Optional<Edit<?>>> OPTIONS =
      new Options<>(
          Stream.concat(
                  Stream.of(CONFIRMED),
                  FINDINGS.stream().map(field -> field.edit().<Optional<Edit<?>>>map(Optional::of)))
              .toList(),
          false);

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
  public String spelled(String typed, Person asker, Instant now) {
    return Errand.numbered(typed);
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
    var isSaid = errand.text().first().equalsIgnoreCase(CONFIRM);
    var said = isSaid ? errand.text().behindFirst() : errand.text();
    return switch (OPTIONS.read(said, actions.asker(invocation))) {
      case Sorted.Wrong<Optional<Edit<?>>>(var mistake) -> mistake.reply(this, EXAMPLE);
      case Sorted.Right<Optional<Edit<?>>>(var text, _) when !text.isEmpty() ->
          actions.lookAt(Errand.of(invocation, arguments, "resolve"), _ -> tooMuch(text));
      case Sorted.Right<Optional<Edit<?>>>(_, var options) -> {
        var isConfirmed = isSaid || options.containsKey(CONFIRM);
        var edits = options.values().stream().<Edit<?>>flatMap(Optional::stream).toList();
        yield actions.on(
            errand,
            incident ->
                isConfirmed || !incident.isOpen() || incident.alerts().firing() == 0
                    ? resolve(invocation, incident, edits)
                    : ask(incident, said));
      }
    };
  }

  private static Reply ask(Incident incident, Typed said) {
    var command = IncidentPost.command("resolve", incident) + " " + CONFIRM + " " + said.text();
    return Reply.unconfirmed(
        incident.id()
            + " "
            + incident.headline().title()
            + ": "
            + incident.alerts().stillFiring()
            + ". Resolved now, it opens again if one fires anew. Nothing was done yet.",
        "Resolve all the same",
        command.strip());
  }

  private Reply tooMuch(String text) {
    var problem = "I don't know what to do with \"" + text + "\". It takes one incident.";
    return Mistake.of(problem).reply(this, EXAMPLE);
  }

  private Reply resolve(Invocation invocation, Incident incident, List<Edit<?>> edits) {
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
    var text = "Resolved " + incident.id() + " " + incident.headline().title() + ".";
    var reopen = Block.Button.of("Reopen", IncidentPost.command("reopen", incident));
    var buttons = new Block.Buttons(List.of(reopen));
    return incident.alerts().firing() == 0
        ? Message.of(text, Block.line(text), buttons)
        : Message.of(
            text,
            Block.line(text),
            Block.line(
                incident.alerts().stillFiring()
                    + ". What goes on like this stays quiet for half an hour, or as long as its"
                    + " route says; then it opens another incident."),
            buttons);
  }
}
