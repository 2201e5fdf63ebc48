package dev.muster.integrations.testing;

import dev.muster.commands.chat.ChatException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** What goes wrong with a platform: nothing, until a test says so. Thread-safe. */
final class Mood {

  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger lostAnswers = new AtomicInteger();
  private volatile Optional<Gate> gate = Optional.empty();
  private volatile Duration delay = Duration.ZERO;

  void refuseNext(int calls) {
    refusals.set(calls);
  }

  void loseNextAnswers(int calls) {
    lostAnswers.set(calls);
  }

  void holdAt(Gate where) {
    gate = Optional.of(where);
  }

  void slowDown(Duration each) {
    delay = each;
  }

  /** Before anything is done. */
  void beforeCall() {
    gate.ifPresent(Gate::pass);
    LockSupport.parkNanos(delay.toNanos());
    if (takeOne(refusals)) {
      throw new ChatException("refused", null);
    }
  }

  /** Whether the platform did it and nobody will hear of that. */
  boolean losesAnswer() {
    return takeOne(lostAnswers);
  }

  private static boolean takeOne(AtomicInteger left) {
    return left.getAndUpdate(number -> Math.max(0, number - 1)) > 0;
  }
}
