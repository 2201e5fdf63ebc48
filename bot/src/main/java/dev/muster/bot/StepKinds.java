package dev.muster.bot;

import dev.muster.runbooks.kind.Kinds;
import java.util.List;

/** The kinds of steps that this Muster has: one line for each. */
final class StepKinds {

  private StepKinds() {}

  static Kinds all() {
    return new Kinds(List.of());
  }
}
