package dev.muster.commands.alert;

import dev.muster.commands.deadline.Targets;
import java.util.Optional;

/**
 * A severity of the team's scale and what it asks of people.
 *
 * @param criteria when something is that bad, in the team's words
 */
public record SeverityTarget(Severity severity, Targets targets, Optional<String> criteria) {}
