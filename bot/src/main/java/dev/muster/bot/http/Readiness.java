package dev.muster.bot.http;

/** Whether Muster can take work yet, and whether it still does. Thread-safe. */
public final class Readiness {

  private static final String STARTING = "Muster is starting";
  private static final String STOPPING = "Muster is stopping";

  private volatile String reason = STARTING;
  private volatile boolean serving;

  /** From now on everything is served. */
  public void ready() {
    reason = "";
    serving = true;
  }

  /** Starting takes longer, and why. */
  public void notReady(String why) {
    reason = why;
  }

  /**
   * From now on senders had better go elsewhere; those who have not heard of it are served. Answers
   * whether anything was.
   */
  public boolean draining() {
    reason = STOPPING;
    return serving;
  }

  /** From now on nothing is served. */
  public void stopping() {
    reason = STOPPING;
    serving = false;
  }

  /** Whether whoever comes is served. */
  public boolean isServing() {
    return serving;
  }

  /** Whether anybody should come. */
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
