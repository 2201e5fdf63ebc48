package dev.muster.commands.alert;

import java.util.Optional;

/** Why a body cannot be read, and the place: line and column (from 1), or a JSON pointer. */
public record Fault(String reason, Optional<Position> position, Optional<String> pointer) {

  public record Position(int line, int column) {}

  public static Fault at(int line, int column, String reason) {
    return new Fault(reason, Optional.of(new Position(line, column)), Optional.empty());
  }

  public static Fault at(String pointer, String reason) {
    return new Fault(reason, Optional.empty(), Optional.of(pointer));
  }

  public static Fault of(String reason) {
    return new Fault(reason, Optional.empty(), Optional.empty());
  }

  /** The reason with its place, in one line for people. */
  public String describe() {
    var place =
        position
            .map(at -> "line " + at.line() + ", column " + at.column() + ": ")
            .or(() -> pointer.map(at -> "at " + (at.isEmpty() ? "the top" : at) + ": "));
    return place.orElse("") + reason;
  }
}
