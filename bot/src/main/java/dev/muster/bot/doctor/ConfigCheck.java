package dev.muster.bot.doctor;

import dev.muster.bot.config.current.ConfigTrouble;
import dev.muster.bot.config.current.CurrentConfig;
import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import java.util.List;

/** Whether the Muster that is asked runs what it was given. */
public record ConfigCheck(CurrentConfig config) implements Check {

  @Override
  public String about() {
    return "Configuration";
  }

  @Override
  public List<Finding> look() {
    var troubles = config.troubles();
    return troubles.isEmpty()
        ? List.of(Finding.fine(about(), "Number %d is in use.".formatted(config.version())))
        : troubles.stream().map(this::finding).toList();
  }

  private Finding finding(ConfigTrouble trouble) {
    var first = trouble.problems().stream().findFirst().map(it -> " " + it + ".").orElse("");
    return Finding.failed(about(), trouble.headline() + first, trouble.next());
  }
}
