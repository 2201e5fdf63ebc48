package dev.muster.runbooks.run;

import dev.muster.runbooks.language.Phase;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Where in a run something stands: {@code steps.3}, {@code steps.3[2]} for the third item of a step
 * that is done for each, {@code rollback.3} for undoing it. Counted from 0.
 */
public record StepPath(Phase phase, int index, OptionalInt item) implements Comparable<StepPath> {

  private static final Pattern WRITTEN =
      Pattern.compile("([a-z]+)\\.(\\d{1,6})(?:\\[(\\d{1,6})])?");

  public static StepPath of(Phase phase, int index) {
    return new StepPath(phase, index, OptionalInt.empty());
  }

  public StepPath item(int number) {
    return new StepPath(phase, index, OptionalInt.of(number));
  }

  /** The same place in another phase: a step and its undoing. */
  public StepPath in(Phase other) {
    return new StepPath(other, index, item);
  }

  /** Of the step as a whole. */
  public StepPath whole() {
    return of(phase, index);
  }

  public static Optional<StepPath> parse(String text) {
    var matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    for (var phase : Phase.values()) {
      if (phase.word().equals(matcher.group(1))) {
        var path = of(phase, Integer.parseInt(matcher.group(2)));
        var item = matcher.group(3);
        return Optional.of(item == null ? path : path.item(Integer.parseInt(item)));
      }
    }
    return Optional.empty();
  }

  @Override
  public int compareTo(StepPath other) {
    if (phase != other.phase) {
      return phase.compareTo(other.phase);
    }
    return index == other.index
        ? Integer.compare(item.orElse(-1), other.item.orElse(-1))
        : Integer.compare(index, other.index);
  }

  @Override
  public String toString() {
    var step = phase.word() + "." + index;
    return item.isPresent() ? step + "[" + item.getAsInt() + "]" : step;
  }
}
