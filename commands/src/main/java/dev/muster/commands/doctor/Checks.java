package dev.muster.commands.doctor;

import java.util.List;
import java.util.function.Supplier;

/** Several checks that are put together: where that breaks, it is told in their place. */
public final class Checks {

  private Checks() {}

  /**
   * Never throws, so that those of others are made all the same.
   *
   * @param about what they look at
   */
  public static List<Check> of(String about, Supplier<? extends List<? extends Check>> checks) {
    try {
      return List.copyOf(checks.get());
    } catch (RuntimeException broken) {
      return List.of(new Found(about, List.of(Doctor.broken(about, broken))));
    }
  }

  private record Found(String about, List<Finding> findings) implements Check {
    @Override
    public List<Finding> look() {
      return findings;
    }
  }
}
