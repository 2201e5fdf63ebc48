package dev.muster.commands.token;

import dev.muster.commands.people.PersonId;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.store.StoreUnavailable;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens in memory, which counts how often it is asked; for one thread. */
public final class MemoryTokens implements ApiTokens {

  private final Map<TokenId, ApiToken> all = new LinkedHashMap<>();
  private boolean isReadOnly;
  int finds;
  int uses;

  void becomeReadOnly() {
    isReadOnly = true;
  }

  @Override
  public void add(ApiToken token) {
    all.put(token.id(), token);
  }

  @Override
  public Optional<ApiToken> find(TokenId id) {
    finds++;
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public Optional<ApiToken> named(String name) {
    return all.values().stream()
        .filter(token -> token.revoked().isEmpty() && token.name().equalsIgnoreCase(name))
        .findFirst();
  }

  @Override
  public Page<ApiToken> list(PageRequest page) {
    var found =
        all.values().stream()
            .filter(token -> token.revoked().isEmpty())
            .sorted(Comparator.comparing(ApiToken::createdAt).reversed())
            .toList();
    var start =
        page.cursor()
            .map(id -> found.stream().map(it -> it.id().value()).toList().indexOf(id) + 1)
            .orElse(0);
    var shown = found.subList(start, Math.min(found.size(), start + page.limit()));
    return new Page<>(
        shown,
        start + shown.size() < found.size()
            ? Optional.of(shown.getLast().id().value())
            : Optional.empty());
  }

  @Override
  public boolean revoke(TokenId id, PersonId by, Instant at) {
    var token = all.get(id);
    if (token.revoked().isPresent()) {
      return false;
    }
    all.put(
        id,
        new ApiToken(
            token.id(),
            token.name(),
            token.owner(),
            token.scopes(),
            token.hash(),
            token.createdAt(),
            token.expiresAt(),
            token.lastUsedAt(),
            Optional.of(new ApiToken.Revoked(at, by))));
    return true;
  }

  @Override
  public void used(TokenId id, Instant at) {
    if (isReadOnly) {
      throw new StoreUnavailable("read-only", null);
    }
    uses++;
    all.computeIfPresent(id, (_, token) -> token.usedAt(at));
  }
}
