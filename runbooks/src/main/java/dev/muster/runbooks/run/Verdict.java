package dev.muster.runbooks.run;

import dev.muster.runbooks.expression.Sayings;

/**
 * How well a run stands; what spoils it first is what is told, behind what ends it.
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

  /** It ends for this, which comes before whatever else did not go well. */
  public Verdict ending(String why) {
    return isGood() ? failed(why) : saying(Sayings.joined(why, words));
  }

  /** The same for nobody's fault. */
  public Verdict calledOff(String why) {
    return isGood() ? cancelled(why) : ending(why);
  }

  /** Tells more of what is not good anyway, behind what is told of it. */
  public Verdict also(String more) {
    return saying(words.isBlank() ? more : Sayings.joined(words, more));
  }

  /** The same standing in other words. */
  public Verdict saying(String now) {
    return new Verdict(standing, now);
  }
}
