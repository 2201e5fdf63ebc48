package dev.muster.runbooks.yaml;

/**
 * What is wrong at a place and what to write instead, in one line; never holds a secret's value.
 */
public record Problem(Place place, Kind kind, String message) {

  /** Whether the configuration can be used in spite of it. */
  public enum Kind {
    ERROR,
    WARNING
  }

  public boolean isError() {
    return kind == Kind.ERROR;
  }

  @Override
  public String toString() {
    return place + ": " + (isError() ? "" : "warning: ") + message;
  }
}
