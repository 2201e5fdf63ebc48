package dev.muster.commands.chat.late;

import dev.muster.commands.chat.Reply;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The requests of this process that take longer than their platform waits. Those that are in time
 * cost one look into memory. Blocking and thread-safe.
 */
public final class LateRequests {

  private final OwedAnswers owed;
  private final WhatBecame became;
  private final Set<String> late = ConcurrentHashMap.newKeySet();

  public LateRequests(OwedAnswers owed, WhatBecame became) {
    this.owed = owed;
    this.became = became;
  }

  /**
   * Has it written down that an answer is owed; false when the same request is owed one already.
   */
  public boolean begin(OwedAnswer answer) {
    late.add(answer.requestId());
    return owed.add(answer);
  }

  /** Says that it is still worked on; false when somebody else sees to the answer by now. */
  public boolean keep(OwedAnswer answer) {
    return owed.keep(answer);
  }

  /** It was told. */
  public void end(OwedAnswer answer) {
    owed.remove(answer);
  }

  /** This process works on it no more, whoever tells it. */
  public void leave(OwedAnswer answer) {
    late.remove(answer.requestId());
  }

  /** What became of it, when the database was lost in the middle of it, and is back. */
  public Reply whatBecame(OwedAnswer answer) {
    return became.of(answer, WhatBecame.Cause.LOST_DATABASE);
  }

  /** Within the transaction of the command: its answer is committed with it. */
  void answered(String requestId, Reply reply) {
    var isRepeat = reply.error().equals(Optional.of(Reply.Error.REPEATED));
    if (late.contains(requestId) && !isRepeat) {
      owed.answer(requestId, reply.message());
    }
  }
}
