package dev.muster.bot.doctor;

import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import java.util.List;

/**
 * Something in the environment with which Muster does not start.
 *
 * @param complaint which names it and says what to write instead
 */
public record WrongSetting(String complaint) implements Check {

  @Override
  public String about() {
    return "Environment";
  }

  @Override
  public List<Finding> look() {
    return List.of(
        Finding.failed(
            about(),
            complaint + ".",
            "Mend it where Muster's environment is set: Muster does not start with it."));
  }
}
