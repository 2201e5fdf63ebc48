package dev.muster.commands.login;

import dev.muster.commands.chat.AuditEntry;
import dev.muster.commands.chat.AuditLog;
import dev.muster.commands.chat.Place;
import dev.muster.commands.people.PersonId;
import java.time.InstantSource;
import java.util.Optional;

/** Writes who came in, who left and who was refused to the audit log. */
public final class LoginAudit {

  /** Stands where nobody knows who it was. */
  private static final String NOBODY = "unknown";

  private static final String WEB = "web";

  private final AuditLog log;
  private final InstantSource clock;

  public LoginAudit(AuditLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /** One request of somebody at an address of the network. */
  public record Source(String requestId, String peer) {}

  public void refused(LoginRefusal why, Optional<PersonId> person, Source from) {
    record("login-refused", why.word(), person, from);
  }

  /**
   * Something that was done.
   *
   * @param action such as {@code login} or {@code logout}
   * @param outcome {@code done}, or in a word what else came of it
   */
  public void record(String action, String outcome, Optional<PersonId> person, Source from) {
    log.record(
        new AuditEntry(
            clock.instant(),
            person.map(PersonId::value).orElse(NOBODY),
            new Place(WEB, "", Optional.empty()),
            action,
            outcome,
            from.requestId(),
            Optional.of("from " + from.peer())));
  }
}
