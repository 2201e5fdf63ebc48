package dev.muster.commands.doctor;

/** How something stands, the worst first. */
public enum Level {
  FAILED("To mend", "to mend"),
  WARNING("To look at", "to look at"),
  /** It could not be looked at, and may be well or not. */
  SKIPPED("Not looked at", "not looked at"),
  /** There is nothing to look at. */
  UNUSED("Not in use", "not in use"),
  FINE("Fine", "fine");

  private final String heading;
  private final String counted;

  Level(String heading, String counted) {
    this.heading = heading;
    this.counted = counted;
  }

  /** What stands above findings of this level. */
  public String heading() {
    return heading;
  }

  /** What stands behind their number. */
  String counted() {
    return counted;
  }
}
