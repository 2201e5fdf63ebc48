package dev.muster.commands.runbook.live;

import dev.muster.commands.chat.Message;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.Who;

/**
 * Where what happens to runs is told besides: the thread of the incident that a run belongs to, or
 * else the one below the run's own message. Everything is written in the caller's transaction.
 */
public interface RunThreads {

  /**
   * Has a reply said once.
   *
   * @param key of that run; the same key is never said twice
   */
  void append(Run run, String key, Message message);

  /** Has something said once that people have to answer. */
  void ask(Run run, String key, Message message);

  /**
   * What people were asked is answered: what was said of it becomes this, once, and its buttons go.
   */
  void answered(Run run, String key, Message answer);

  /** Puts a line into the timeline of the incident, if the run has one. */
  void note(Run run, Who by, String text);
}
