package dev.muster.bot.config.runbooks;

import dev.muster.runbooks.kind.Kinds;
import java.util.List;

/** The kinds of steps that this Muster has: one line for each. */
public final class StepKinds {

  private StepKinds() {}

  public static Kinds all() {
    return new Kinds(List.of());
  }
}
