package dev.muster.commands.intake;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.Integration;
import dev.muster.commands.alert.Severity;
import java.util.Optional;

/**
 * An alert that fires and that a silence holds, as it is kept.
 *
 * @param senderGroup its sender's name for its group
 * @param severity the worst that it had so far
 */
public record HeldAlert(
    Integration integration, Optional<String> senderGroup, AlertEvent event, Severity severity) {}
