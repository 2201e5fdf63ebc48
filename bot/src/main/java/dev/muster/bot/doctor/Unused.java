package dev.muster.bot.doctor;

import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import java.util.List;

/** What this Muster does without, so that there is nothing to look at. */
public record Unused(String about, String why) implements Check {

  @Override
  public List<Finding> look() {
    return List.of(Finding.unused(about, why));
  }
}
