package dev.muster.commands.incident.action;

import dev.muster.commands.alert.Severity;
import dev.muster.commands.alert.SeverityTarget;
import dev.muster.commands.deadline.Targets;
import dev.muster.commands.people.Directory;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Who can be given something to do, and how bad things can be: always as configured now. */
public record Team(Directory directory, Supplier<List<SeverityTarget>> severities) {

  /** The severity of that name, in capitals or not. */
  Optional<SeverityTarget> severity(String name) {
    return severities.get().stream()
        .filter(target -> target.severity().name().equalsIgnoreCase(name))
        .findFirst();
  }

  /** What an incident of that severity asks of people. */
  public Targets targetsOf(Severity severity) {
    return severity(severity.name()).map(SeverityTarget::targets).orElse(Targets.NONE);
  }
}
