package dev.muster.bot.doctor;

import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import java.util.List;

/**
 * What cannot be looked at, and why.
 *
 * @param how to have it looked at
 */
public record NotAsked(String about, String why, String how) implements Check {

  @Override
  public List<Finding> look() {
    return List.of(Finding.skipped(about, why, how));
  }
}
