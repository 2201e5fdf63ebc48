package dev.muster.commands.token;

import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.store.Recent;
import dev.muster.commands.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Tells whose a token is that somebody shows, and whether it works. What it found it goes by for
 * {@link #FRESH}: so calls cost no query each, and a revoked token works so much longer at most.
 * Thread-safe.
 */
public final class TokenCheck {

  /** How long a revoked token may go on working. */
  public static final Duration FRESH = Duration.ofSeconds(2);

  private static final int KNOWN = 1_000;
  private static final int UNKNOWN = 1_000;

  private final ApiTokens tokens;
  private final Directory directory;
  private final InstantSource clock;
  private final Recent<TokenId, ApiToken> known;

  /** By itself, so that whoever guesses ids pushes out no token that is in use. */
  private final Recent<TokenId, Boolean> unknown;

  public TokenCheck(ApiTokens tokens, Directory directory, InstantSource clock) {
    this.tokens = tokens;
    this.directory = directory;
    this.clock = clock;
    this.known = new Recent<>(KNOWN, FRESH, clock);
    this.unknown = new Recent<>(UNKNOWN, FRESH, clock);
  }

  /** What is to be thought of a token. */
  public sealed interface Verdict {

    /** It works, within its scopes and its owner's rights. */
    record Good(ApiToken token, Person owner) implements Verdict {}

    /** There is none like it, or not with this secret. */
    record Unknown() implements Verdict {}

    record Expired(ApiToken token) implements Verdict {}

    record Revoked(ApiToken token) implements Verdict {}

    /** Its owner is not in the configuration any more. */
    record OwnerLeft(ApiToken token) implements Verdict {}
  }

  public Verdict check(TokenSecret shown) {
    return find(shown.id())
        .filter(token -> token.hash().isOf(shown))
        .map(this::judge)
        .orElseGet(() -> new Verdict.Unknown());
  }

  private Verdict judge(ApiToken token) {
    var now = clock.instant();
    if (token.revoked().isPresent()) {
      return new Verdict.Revoked(token);
    }
    if (token.isExpired(now)) {
      return new Verdict.Expired(token);
    }
    return directory
        .find(token.owner())
        .map(owner -> {
          noteUse(token, now);
          return (Verdict) new Verdict.Good(token, owner);
        })
        .orElseGet(() -> new Verdict.OwnerLeft(token));
  }

  private Optional<ApiToken> find(TokenId id) {
    var remembered = known.get(id);
    if (remembered.isPresent() || unknown.get(id).isPresent()) {
      return remembered;
    }
    var found = tokens.find(id);
    found.ifPresentOrElse(token -> known.put(id, token), () -> unknown.put(id, true));
    return found;
  }

  /** That this cannot be written is no reason to refuse. */
  private void noteUse(ApiToken token, Instant now) {
    if (token.lastUsedAt().filter(at -> now.isBefore(at.plus(ApiTokens.USED_EVERY))).isPresent()) {
      return;
    }
    known.replace(token.id(), token.usedAt(now));
    try {
      tokens.used(token.id(), now);
    } catch (StoreUnavailable away) {
      known.replace(token.id(), token);
    }
  }
}
