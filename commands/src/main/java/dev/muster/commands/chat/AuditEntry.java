package dev.muster.commands.chat;

import java.time.Instant;
import java.util.Optional;

/**
 * One invocation as the audit log keeps it.
 *
 * @param command the command's name, never its arguments
 * @param outcome {@code done}, or the word of the {@link Reply.Error}
 */
public record AuditEntry(
    Instant at,
    String actor,
    Place place,
    String command,
    String outcome,
    String requestId,
    Optional<String> detail) {}
