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
  private Instant goodUntil = Instant.MIN;
  private boolean answer;

  public Remembered(BooleanSupplier question, InstantSource clock) {
    this.question = question;
    this.clock = clock;
  }

  @Override
  public synchronized boolean getAsBoolean() {
    if (!clock.instant().isBefore(goodUntil)) {
      answer = question.getAsBoolean();
      goodUntil = clock.instant().plus(GOOD_FOR);
    }
    return answer;
  }
}
