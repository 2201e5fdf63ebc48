package dev.muster.commands.incident.note;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Clock;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Options;
import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.argument.Reader;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.argument.Value.Bad;
import dev.muster.commands.argument.Value.Good;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Something that belongs into a timeline.
 *
 * @param at when it happened, where that is not now
 * @param from a link to the message that says so
 */
record Note(String text, Optional<Instant> at, Optional<String> from) {

  private static final int LINK = 1_000;
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+(/\\S*)?");
  private static final Duration BEFORE = Duration.ofDays(7);

  static final Option<Instant> AT =
      new Option<>("at", List.of(), "14:05", new Input.Time(), Readers.past());
  static final Option<String> FROM =
      new Option<>("from", List.of(), "https://…", new Input.Word(LINK), link());

  private static final Options<UnaryOperator<Note>> OPTIONS =
      Options.amongText(
          List.of(
              AT.map(at -> note -> new Note(note.text, Optional.of(at), note.from)),
              FROM.map(from -> note -> new Note(note.text, note.at, Optional.of(from)))));

  /** What somebody typed, whose text may have anything in it. */
  static Sorted<UnaryOperator<Note>> read(Typed typed, Asker asker) {
    return OPTIONS.read(typed, asker);
  }

  static Note of(String text, Collection<UnaryOperator<Note>> more) {
    var note = new Note(text, Optional.empty(), Optional.empty());
    for (var next : more) {
      note = next.apply(note);
    }
    return note;
  }

  /** What came before belongs to another story, or the day is a slip. */
  Optional<String> tooEarly(Incident incident, Asker asker) {
    var began =
        incident
            .details()
            .times()
            .started()
            .filter(incident.openedAt()::isAfter)
            .orElse(incident.openedAt());
    return at.filter(began.minus(BEFORE)::isAfter)
        .map(then ->
            "%s is more than a week before %s began (%s). Is the day right?"
                .formatted(Clock.say(then, asker), incident.id(), Clock.say(began, asker)));
  }

  /** The line that it is, of one that somebody writes now. */
  TimelineEntry entry(TimelineEntry now) {
    var then = at.map(now::happened).orElse(now);
    return from.map(then::from).orElse(then);
  }

  private static Reader<String> link() {
    return (text, _) ->
        text.length() <= LINK && ADDRESS.matcher(text.strip()).matches()
            ? new Good<>(text.strip())
            : new Bad<>("this is no link. Copy the link of the message, it begins with https://.");
  }
}
