package dev.muster.integrations.postgres.work;

import com.github.kagkarlsson.scheduler.task.Execution;

/** Hears of work that fails, and says aloud what lasts: nothing stops silently. */
public interface Trouble {

  /** It failed, and is tried again. */
  void failed(Execution execution);

  /** It has failed for long: told in one transaction with the next try. */
  void lasts(Execution execution, String why, Runnable tryAgain);

  /**
   * The chat refuses it until somebody does something: told in one transaction with the next try.
   */
  default void refused(Execution execution, String why, Runnable tryAgain) {
    tryAgain.run();
  }

  /** It went through after it had failed. */
  default void isOver(Execution execution) {}

  /** It has failed for a day: told in one transaction with the end of the work. */
  void isGivenUp(Execution execution, String why, Runnable remove);
}
