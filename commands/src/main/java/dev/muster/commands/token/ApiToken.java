package dev.muster.commands.token;

import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Via;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A token by which a program calls the API for the person who made it.
 *
 * @param lastUsedAt to the minute
 */
public record ApiToken(
    TokenId id,
    String name,
    PersonId owner,
    Set<Scope> scopes,
    TokenHash hash,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> lastUsedAt,
    Optional<Revoked> revoked) {

  public ApiToken {
    scopes = Set.copyOf(scopes);
  }

  /** That it was taken back: for good. */
  public record Revoked(Instant at, PersonId by) {}

  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  public boolean may(Scope scope) {
    return scopes.contains(scope);
  }

  /** How audit logs name what came by it. */
  public Via via(Person owner) {
    return new Via(id.toString(), Optional.of(owner));
  }

  ApiToken usedAt(Instant at) {
    return new ApiToken(
        id, name, owner, scopes, hash, createdAt, expiresAt, Optional.of(at), revoked);
  }
}
