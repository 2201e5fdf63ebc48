package dev.muster.commands.token;

import dev.muster.commands.people.PersonId;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The tokens that were made. Blocking and thread-safe; writes join the running transaction. */
public interface ApiTokens {

  /** How exactly it is kept when a token was used last. */
  Duration USED_EVERY = Duration.ofMinutes(1);

  void add(ApiToken token);

  /** Also one that was revoked or has expired. */
  Optional<ApiToken> find(TokenId id);

  /** The one of that name, in capitals or not, that was not revoked. */
  Optional<ApiToken> named(String name);

  /** Those that were not revoked, the newest first. */
  Page<ApiToken> list(PageRequest page);

  /** Takes it back; false where somebody did so before. */
  boolean revoke(TokenId id, PersonId by, Instant at);

  /** Keeps that it was used, unless that stands there already to {@link #USED_EVERY}. */
  void used(TokenId id, Instant at);
}
