package dev.muster.integrations.postgres.work;

import com.github.kagkarlsson.scheduler.task.Execution;

/** Hears of work that fails, and says aloud what lasts: nothing stops silently. */
interface Trouble {

  /** It failed, and is tried again. */
  void failed(Execution execution);

  /** It has failed for long: told in one transaction with the next try. */
  void lasts(Execution execution, String why, Runnable tryAgain);

  /** It has failed for a day: told in one transaction with the end of the work. */
  void isGivenUp(Execution execution, String why, Runnable remove);
}
