package dev.muster.runbooks.run;

/**
 * How well a run stands; what spoils it first is what is told.
 *
 * @param words why; empty while all is well
 */
public record Verdict(Standing standing, String words) {

  public static final Verdict GOOD = new Verdict(Standing.GOOD, "");

  /** Once it is not good it never becomes so again. */
  public enum Standing {
    GOOD,
    FAILED,
    CANCELLED
  }

  public boolean isGood() {
    return standing == Standing.GOOD;
  }

  public Verdict failed(String why) {
    return isGood() ? new Verdict(Standing.FAILED, why) : this;
  }

  public Verdict cancelled(String why) {
    return isGood() ? new Verdict(Standing.CANCELLED, why) : this;
  }
}
