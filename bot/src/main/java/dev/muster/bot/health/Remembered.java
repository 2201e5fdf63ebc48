package dev.muster.bot.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * An answer that is good for a second, so that however many want to know, the question is asked by
 * one at a time. Thread-safe; who asks meanwhile waits for that answer.
 */
public final class Remembered implements BooleanSupplier {

  private static final Duration GOOD_FOR = Duration.ofSeconds(1);

  private final BooleanSupplier question;
  private final InstantSource clock;
  private Instant askedAt = Instant.EPOCH;
  private boolean answer;

  public Remembered(BooleanSupplier question, InstantSource clock) {
    this.question = question;
    this.clock = clock;
  }

  @Override
  public synchronized boolean getAsBoolean() {
    var now = clock.instant();
    // A clock that was set back must not keep an old answer good.
    if (now.isBefore(askedAt) || !now.isBefore(askedAt.plus(GOOD_FOR))) {
      answer = question.getAsBoolean();
      askedAt = clock.instant();
    }
    return answer;
  }
}
