package dev.muster.bot.http;

/** Whether Muster can take work yet, and whether it still does. Thread-safe. */
public final class Readiness {

  private static final String STARTING = "Muster is starting";
  private static final String STOPPING = "Muster is stopping";

  private volatile String reason = STARTING;

  /** From now on everything is served. */
  public void ready() {
    reason = "";
  }

  /** Starting takes longer, and why. */
  public void notReady(String why) {
    reason = why;
  }

  /** From now on nothing is served. */
  public void stopping() {
    reason = STOPPING;
  }

  public boolean isReady() {
    return reason.isEmpty();
  }

  public String reason() {
    return reason;
  }

  /** What goes on, in a few words. */
  public String headline() {
    return reason.equals(STOPPING) ? STOPPING : STARTING;
  }
}
