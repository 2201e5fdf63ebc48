package dev.muster.commands.incident;

import java.util.Optional;

/** The number that people call an incident by: {@code 1042}, said {@code #1042}. */
public record IncidentId(long value) implements Comparable<IncidentId> {

  /** Reads {@code 1042} or {@code #1042}. */
  public static Optional<IncidentId> parse(String text) {
    var digits = text.startsWith("#") ? text.substring(1) : text;
    var isNumber = !digits.isEmpty() && digits.length() <= 18;
    return isNumber && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Optional.of(new IncidentId(Long.parseLong(digits)))
        : Optional.empty();
  }

  @Override
  public int compareTo(IncidentId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return "#" + value;
  }
}
