package dev.muster.commands.runbook.action;

import dev.muster.commands.argument.Typed;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.StepPath;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which run is meant, and with a button which attempt of which step: {@code 318 steps.3:2}, then
 * free words.
 */
record RunRef(Optional<RunId> run, Optional<At> at, String words) {

  private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,18})[.,:;]?");
  private static final Pattern LINE = Pattern.compile("(\\d{1,9})[.,:;]?");
  private static final Pattern AT =
      Pattern.compile("([a-z]+\\.\\d{1,6}(?:\\[\\d{1,6}])?)(?::(\\d{1,9}))?");

  /** A step as it was when a button was shown; without an attempt whichever it is. */
  record At(StepPath path, Optional<Integer> attempt) {

    /** Whether the run waits there for people still, for the same as then. */
    boolean isStill(Run run) {
      return attempt.map(number -> run.waitsAt(path, number)).orElse(true);
    }
  }

  /** Of a run that need not be named, and this behind it. */
  static RunRef here(String words) {
    return new RunRef(Optional.empty(), Optional.empty(), words);
  }

  /** The same without the first of its words, which said which run is meant. */
  RunRef behindName() {
    return new RunRef(run, at, new Typed(words).behindFirst().text());
  }

  /** Whether it may as well be something else than a run: {@code 3}, and neither {@code #3}. */
  static boolean isBareNumber(Typed typed) {
    return line(typed.text()).isPresent();
  }

  /** The line that nothing but its number says, with or without the end of a sentence. */
  static Optional<Long> line(String words) {
    return Optional.of(LINE.matcher(words))
        .filter(Matcher::matches)
        .map(line -> Long.valueOf(line.group(1)));
  }

  static RunRef of(Typed typed) {
    var next = typed.behindFirst();
    var isSaid = typed.first().equalsIgnoreCase("run") && NUMBER.matcher(next.first()).matches();
    return isSaid ? numbered(next) : numbered(typed);
  }

  private static RunRef numbered(Typed typed) {
    var number = NUMBER.matcher(typed.first());
    if (!number.matches()) {
      return here(typed.text());
    }
    var id = RunId.parse(number.group(1));
    var behind = typed.behindFirst();
    var at = AT.matcher(behind.first());
    if (!at.matches()) {
      return new RunRef(id, Optional.empty(), behind.text());
    }
    var attempt = Optional.ofNullable(at.group(2)).map(Integer::valueOf);
    var step = StepPath.parse(at.group(1)).map(path -> new At(path, attempt));
    return new RunRef(id, step, behind.behindFirst().text());
  }
}
