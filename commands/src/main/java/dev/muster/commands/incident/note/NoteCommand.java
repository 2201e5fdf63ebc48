package dev.muster.commands.incident.note;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Clock;
import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.argument.Reader;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.argument.Value;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentReplies;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.people.Right;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * {@code /incident note}: something for the timeline. What is taken from a message stands in the
 * chat already: it is not said again, so whoever asks is told, and it is noted once.
 */
public final class NoteCommand implements Command {

  private static final String EXAMPLE = "NUMBER Restarted api-1, errors go down";
  private static final int LONGEST = 3_000;
  private static final Reader<String> TEXT = Readers.text(LONGEST);
  private static final Parameter NOTE =
      Parameter.text(
              "text", new Asked("Note", "Restarted api-1", new Input.Text(LONGEST), TEXT.check()))
          .required();

  private final IncidentActions actions;

  public NoteCommand(IncidentActions actions) {
    this.actions = actions;
  }

  @Override
  public String name() {
    return "incident note";
  }

  @Override
  public String arguments() {
    return "[number] text [at:14:05] [from:link]";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        actions.openOne(),
        NOTE,
        Note.AT.parameter("When it happened"),
        Note.FROM.parameter("Link to the message"));
  }

  @Override
  public String summary() {
    return "Writes a note into the timeline, at the time when it happened";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var errand = actions.errand(invocation, arguments, "note");
    var asker = actions.asker(invocation);
    return switch (Note.read(errand.text(), asker)) {
      case Sorted.Wrong<UnaryOperator<Note>>(var mistake) ->
          Mistake.of(mistake.problem() + " If it is part of the note, put the note in quotes.")
              .reply(this, EXAMPLE);
      case Sorted.Right<UnaryOperator<Note>>(var text, _) when text.isEmpty() ->
          Mistake.of("What is to be noted?").reply(this, EXAMPLE);
      case Sorted.Right<UnaryOperator<Note>>(var text, var more) ->
          switch (TEXT.read(text, asker)) {
            case Value.Bad<String>(var problem, _) ->
                Mistake.of("The note: " + problem).reply(this, EXAMPLE);
            case Value.Good<String>(var read) -> {
              var note = Note.of(read, more.values());
              yield actions.on(errand, incident -> keep(invocation, incident, note));
            }
          };
    };
  }

  private Reply keep(Invocation invocation, Incident incident, Note note) {
    var asker = actions.asker(invocation);
    var tooEarly = note.tooEarly(incident, asker);
    if (tooEarly.isPresent()) {
      return Mistake.of(tooEarly.get()).reply(this, EXAMPLE);
    }
    var next = incident.with(incident.details());
    var entry = note.entry(actions.entry(invocation, next, Kind.NOTE, note.text()));
    if (actions.isKept(entry)) {
      return Reply.toAsker(
          Message.of(incident.id() + " has this message in its timeline. Nothing was changed."));
    }
    actions.save(next, entry);
    if (note.from().isEmpty()) {
      actions.say(IncidentReplies.said(next, said(invocation, note, asker)));
    }
    var when = note.at().map(at -> " at " + Clock.say(at, asker)).orElse("");
    var noted = Message.of("Noted in " + incident.id() + when + ".");
    return note.from().isEmpty() ? Reply.told(noted) : Reply.toAsker(noted);
  }

  /** What happened at another time says when, in each reader's own form. */
  private static Message said(Invocation invocation, Note note, Asker asker) {
    var plain = IncidentReplies.words(invocation.actor().name(), note.text());
    return note.at()
        .map(at ->
            Message.of(
                plain + " · at " + Clock.say(at, asker),
                Block.line(Span.text(plain + " · at "), Span.time(at))))
        .orElseGet(() -> Message.of(plain));
  }
}
