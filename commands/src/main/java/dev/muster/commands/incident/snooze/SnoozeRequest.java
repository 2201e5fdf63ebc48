package dev.muster.commands.incident.snooze;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Ending;
import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Options;
import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.argument.Value;
import dev.muster.commands.chat.form.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * For how long something may rest and why, unread: {@code 2h Waits for the vendor}, or with names.
 *
 * @param end empty where nothing was said but why
 */
record SnoozeRequest(String end, String reason) {

  private static final int REASON = 500;

  static final Option<Instant> UNTIL =
      new Option<>(
          "for",
          List.of("until", "duration"),
          "2h",
          new Input.Time(),
          Ending.within(Duration.ofDays(7), "A snooze lasts seven days at most."));

  static final Option<String> WHY =
      new Option<>(
          "reason",
          List.of("comment", "because"),
          "\"Waits for the vendor\"",
          new Input.Line(REASON),
          Readers.text(REASON));

  private static final Options<String> OPTIONS =
      new Options<>(List.of(UNTIL.unread(), WHY.unread()), true).doubting(Ending.doubt(UNTIL));

  /** What was said, or what is wrong with it. */
  sealed interface Read {
    record Right(Instant until, String reason) implements Read {}

    record Wrong(Mistake mistake) implements Read {}
  }

  static Read read(Typed typed, Asker asker) {
    return switch (OPTIONS.read(typed, asker)) {
      case Sorted.Wrong<String>(var mistake) -> new Read.Wrong(mistake);
      case Sorted.Right<String>(var text, var named) -> of(text, named, asker).read(asker);
    };
  }

  /** The same with a name for each value. */
  static String spelled(Typed typed, Asker asker) {
    return switch (OPTIONS.read(typed, asker)) {
      case Sorted.Wrong<String> _ -> typed.text();
      case Sorted.Right<String>(var text, var named) -> {
        var said = of(text, named, asker);
        yield UNTIL.said(said.end) + " " + WHY.said(said.reason);
      }
    };
  }

  private static SnoozeRequest of(String text, Map<String, String> named, Asker asker) {
    var end = named.getOrDefault(UNTIL.name(), "");
    var why = named.getOrDefault(WHY.name(), "");
    var said = Ending.split(end, why, new Typed(text), asker).orFirstWord();
    return new SnoozeRequest(said.end(), said.reason());
  }

  private Read read(Asker asker) {
    if (end.isEmpty()) {
      return new Read.Wrong(Mistake.of("For how long may it rest?"));
    }
    return switch (UNTIL.reader().read(end, asker)) {
      case Value.Bad<Instant>(var problem, _) -> new Read.Wrong(Mistake.of(problem));
      case Value.Good<Instant> _ when reason.length() > REASON ->
          new Read.Wrong(Mistake.of("The reason may have " + REASON + " characters."));
      case Value.Good<Instant>(var until) -> new Read.Right(until, reason);
    };
  }
}
