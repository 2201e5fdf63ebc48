package dev.muster.commands.incident.note;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Clock;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Options;
import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.incident.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that belongs into a timeline.
 *
 * @param at when it happened, where that is not now
 */
record Note(String text, Optional<Instant> at) {

  static final Option<Instant> AT =
      new Option<>("at", List.of(), "14:05", new Input.Time(), Readers.past());

  private static final Duration BEFORE = Duration.ofDays(7);
  private static final Options<Instant> OPTIONS = Options.amongText(List.of(AT));

  /** What somebody typed, whose text may have anything in it. */
  static Sorted<Instant> read(Typed typed, Asker asker) {
    return OPTIONS.read(typed, asker);
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
}
