package dev.muster.commands.store;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * How long histories are kept. What is older may go in whole days or months at once; an alert that
 * is open, or whose incident is, stays however old it is, and so does a run of a runbook that is
 * open or whose incident is, or of which broken glass is to be looked at. Incidents, their
 * timelines and the operation log stay for ever.
 */
public record Retention(Keep deliveries, Keep alerts, Keep runs, Keep audit) {

  /** Where a team says nothing else. */
  public static final Retention USUAL =
      new Retention(
          new Keep.For(Period.ofDays(7)),
          new Keep.For(Period.ofYears(1)),
          new Keep.For(Period.ofYears(1)),
          new Keep.For(Period.ofYears(3)));

  /** How long one kind of history is kept. */
  public sealed interface Keep {

    /** The first day whose history stays; absent where all does. */
    Optional<LocalDate> since(LocalDate today);

    /** Nothing ever goes. */
    record Forever() implements Keep {
      @Override
      public Optional<LocalDate> since(LocalDate today) {
        return Optional.empty();
      }
    }

    /** By the calendar, so that a year ago is the same day. */
    record For(Period period) implements Keep {
      public For {
        if (period.isZero() || period.isNegative()) {
          throw new IllegalArgumentException("keeps nothing: " + period);
        }
      }

      @Override
      public Optional<LocalDate> since(LocalDate today) {
        return Optional.of(today.minus(period));
      }
    }
  }
}
