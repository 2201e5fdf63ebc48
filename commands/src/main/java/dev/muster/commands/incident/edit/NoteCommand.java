package dev.muster.commands.incident.edit;

import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Quotes;
import dev.muster.commands.argument.Reader;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.argument.Value;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.people.Right;
import java.util.List;
import java.util.Optional;

/** {@code /incident note}: something for the timeline. */
final class NoteCommand implements Command {

  private static final String EXAMPLE = "1042 Restarted api-1, errors go down";
  private static final int LONGEST = 3_000;
  private static final Reader<String> TEXT = Readers.text(LONGEST);
  private static final Parameter NOTE =
      Parameter.text(
              "text", new Asked("Note", "Restarted api-1", new Input.Text(LONGEST), TEXT.check()))
          .required();

  private final Contribution contribution;

  NoteCommand(Contribution contribution) {
    this.contribution = contribution;
  }

  @Override
  public String name() {
    return "incident note";
  }

  @Override
  public String arguments() {
    return "[number] text";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(contribution.actions().openOne(), NOTE);
  }

  @Override
  public String summary() {
    return "Writes a note into the timeline";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var errand = contribution.actions().errand(invocation, arguments, "note");
    if (errand.text().isEmpty()) {
      return Mistake.of("What is to be noted?").reply(this, EXAMPLE);
    }
    return switch (TEXT.read(
        Quotes.strip(errand.text().text()), contribution.actions().asker(invocation))) {
      case Value.Bad<String>(var problem, _) ->
          Mistake.of("The note: " + problem).reply(this, EXAMPLE);
      case Value.Good<String>(var text) ->
          contribution
              .actions()
              .on(
                  errand,
                  incident ->
                      contribution.keep(
                          invocation,
                          incident.with(incident.details()),
                          Kind.NOTE,
                          text,
                          Message.of("Noted in " + incident.id() + ".")));
    };
  }
}
