package dev.muster.commands.incident.command;

import dev.muster.commands.alert.Severity;
import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Options;
import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.incident.Headline;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.action.TeamParameters;
import dev.muster.commands.incident.action.TeamReaders;
import dev.muster.commands.incident.edit.Edit;
import dev.muster.commands.incident.edit.Field;
import dev.muster.commands.incident.edit.Fields;
import dev.muster.commands.people.Right;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** {@code /incident declare}: a person opens an incident, in the channel where it is said. */
final class DeclareCommand implements Command {

  private static final String EXAMPLE = "Checkout is down severity:high services:api,web";
  private static final int TITLE = 200;
  private static final int MAX_BUTTONS = 4;
  private static final Parameter ITS_TITLE =
      Parameter.text(
              "title",
              new Asked(
                  "What is wrong",
                  "Checkout is down",
                  new Input.Line(TITLE),
                  Readers.text(TITLE).check()))
          .required();

  /** What can be said at once besides. */
  private static final List<Field<?>> FIELDS =
      List.of(
          Fields.SERVICE_NAMES,
          Fields.SUMMARY_TEXT,
          Fields.STARTED,
          Fields.DETECTED,
          Fields.AFFECTED_USERS,
          Fields.ETR,
          Fields.NEXT_UPDATE);

  private final IncidentStore store;
  private final IncidentActions actions;
  private final Team team;
  private final TeamReaders readers;
  private final Option<Severity> severity;
  private final Options<UnaryOperator<Declaration>> options;

  DeclareCommand(IncidentStore store, IncidentActions actions, Team team) {
    this.store = store;
    this.actions = actions;
    this.team = team;
    this.readers = new TeamReaders(team);
    this.severity = new TeamParameters(team).severityOption();
    this.options = options(severity);
  }

  /** What has been said so far. */
  private record Declaration(Optional<Severity> severity, List<Edit<?>> edits) {
    static final Declaration NOTHING = new Declaration(Optional.empty(), List.of());

    Declaration rated(Severity severity) {
      return new Declaration(Optional.of(severity), edits);
    }

    Declaration with(Edit<?> edit) {
      return new Declaration(severity, Stream.concat(edits.stream(), Stream.of(edit)).toList());
    }
  }

  @Override
  public String name() {
    return "incident declare";
  }

  @Override
  public List<String> aliases() {
    return List.of("new", "open", "create");
  }

  @Override
  public String arguments() {
    return "title severity:" + String.join("|", readers.severities()) + " [services:api,db] …";
  }

  @Override
  public List<Parameter> parameters() {
    var required = List.of(ITS_TITLE, severity.parameter("How bad").required());
    var others = FIELDS.stream().map(Field::parameter).map(actions::withNames);
    return Stream.concat(required.stream(), others).toList();
  }

  @Override
  public String summary() {
    return "Opens an incident in this channel";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var typed = Typed.behind(invocation, arguments);
    return switch (options.read(typed, actions.asker(invocation))) {
      case Sorted.Wrong<UnaryOperator<Declaration>>(var mistake) -> mistake.reply(this, EXAMPLE);
      case Sorted.Right<UnaryOperator<Declaration>>(var title, _) when title.isEmpty() ->
          Mistake.of("What is wrong? An incident needs a title.").reply(this, EXAMPLE);
      case Sorted.Right<UnaryOperator<Declaration>>(var title, _) when title.length() > TITLE ->
          Mistake.of("A title may have " + TITLE + " characters. Put the rest into summary:\"…\".")
              .reply(this, EXAMPLE);
      case Sorted.Right<UnaryOperator<Declaration>>(var title, var values) ->
          declare(invocation, typed, title, declaration(values.values()));
    };
  }

  private Reply declare(Invocation invocation, Typed typed, String title, Declaration said) {
    if (said.severity().isEmpty()) {
      return askSeverity(typed, title);
    }
    var change = actions.changeBy(invocation);
    var incident =
        Incident.declare(
            store.nextId(),
            invocation.place().channel(),
            Headline.of(title.replaceAll("\\s+", " ")),
            said.severity().get(),
            change.at());
    for (var edit : said.edits()) {
      incident = edit.apply(incident);
    }
    actions.save(invocation, incident, Kind.OPENED, "Declared: " + incident.headline().title());
    return Reply.told(answer(incident));
  }

  private static Message answer(Incident incident) {
    var text = "Declared " + IncidentPost.oneLine(incident);
    return Message.of(
        text,
        Block.line(text),
        new Block.Buttons(
            List.of(
                Button.primary("I have it", IncidentPost.command("ack", incident)),
                Button.of("Show", IncidentPost.command("show", incident)))));
  }

  /** All that was typed stays on the buttons. */
  private Reply askSeverity(Typed typed, String title) {
    var problem = "How bad is \"" + title + "\"?";
    var levels = team.severities().get();
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(problem + " Nothing was opened yet."));
    levels.forEach(level ->
        level
            .criteria()
            .ifPresent(
                criteria -> blocks.add(Block.line(level.severity().name() + ": " + criteria))));
    var command = "/" + name() + " " + typed.text() + " severity:";
    blocks.add(
        new Block.Buttons(
            levels.stream()
                .limit(MAX_BUTTONS)
                .map(level -> level.severity().name())
                .map(name -> Button.of(name, command + name))
                .toList()));
    blocks.add(
        Block.line(
            Span.text("or write it behind the title: "),
            Span.code("severity:" + readers.severities().getFirst())));
    return Reply.error(Reply.Error.INVALID, new Message(problem, blocks));
  }

  private static Declaration declaration(Collection<UnaryOperator<Declaration>> said) {
    var declaration = Declaration.NOTHING;
    for (var next : said) {
      declaration = next.apply(declaration);
    }
    return declaration;
  }

  private static Options<UnaryOperator<Declaration>> options(Option<Severity> severity) {
    var all = new ArrayList<Option<UnaryOperator<Declaration>>>();
    all.add(severity.map(level -> said -> said.rated(level)));
    FIELDS.forEach(field -> all.add(field.edit().map(one -> said -> said.with(one))));
    return new Options<>(all, true);
  }
}
