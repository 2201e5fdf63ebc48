package dev.muster.commands.operation;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number of an entry in the operation log, as people say it. */
public record OperationId(long value) {

  private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,18})");

  /** Empty for what is no number. */
  public static Optional<OperationId> parse(String text) {
    var number = NUMBER.matcher(text.strip());
    return number.matches()
        ? Optional.of(new OperationId(Long.parseLong(number.group(1))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
