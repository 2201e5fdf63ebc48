package dev.muster.commands.chat;

import java.time.Instant;
import java.util.Optional;

/**
 * One invocation as the audit log keeps it.
 *
 * @param command the command's name, never its arguments
 * @param outcome {@code done}, or the word of the {@link Reply.Error}
 * @param via the API token that it came by
 */
public record AuditEntry(
    Instant at,
    String actor,
    Place place,
    String command,
    String outcome,
    String requestId,
    Optional<String> detail,
    Optional<String> via) {

  /** Of somebody in person. */
  public AuditEntry(
      Instant at,
      String actor,
      Place place,
      String command,
      String outcome,
      String requestId,
      Optional<String> detail) {
    this(at, actor, place, command, outcome, requestId, detail, Optional.empty());
  }
}
