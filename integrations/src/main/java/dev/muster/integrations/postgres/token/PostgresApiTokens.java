package dev.muster.integrations.postgres.token;

import dev.muster.commands.people.PersonId;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.token.ApiToken;
import dev.muster.commands.token.ApiTokens;
import dev.muster.commands.token.Scope;
import dev.muster.commands.token.TokenHash;
import dev.muster.commands.token.TokenId;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.lists.Pages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** API tokens in PostgreSQL. */
public final class PostgresApiTokens implements ApiTokens {

  private static final String SELECT =
      """
      select id, name, owner, scopes, secret_hash, created_at, expires_at, last_used_at,
          revoked_at, revoked_by
      from api_token
      """;

  private final Database database;

  public PostgresApiTokens(Database database) {
    this.database = database;
  }

  @Override
  public void add(ApiToken token) {
    var scopes = token.scopes().stream().sorted().map(Scope::word).toList();
    database.with(handle ->
        handle
            .createUpdate(
                """
                insert into api_token (id, name, owner, scopes, secret_hash, created_at, expires_at)
                values (:id, :name, :owner, :scopes, :hash, :created, :expires)
                """)
            .bind("id", token.id().value())
            .bind("name", token.name())
            .bind("owner", token.owner().value())
            .bindArray("scopes", String.class, scopes)
            .bind("hash", token.hash().hex())
            .bind("created", Rows.utc(token.createdAt()))
            .bind("expires", Rows.utc(token.expiresAt()))
            .execute());
  }

  @Override
  public Optional<ApiToken> find(TokenId id) {
    return database.with(handle ->
        handle
            .createQuery(SELECT + "where id = :id")
            .bind("id", id.value())
            .map((row, _) -> read(row))
            .findOne());
  }

  @Override
  public Optional<ApiToken> named(String name) {
    return database.with(handle ->
        handle
            .createQuery(SELECT + "where lower(name) = lower(:name) and revoked_at is null")
            .bind("name", name)
            .map((row, _) -> read(row))
            .findOne());
  }

  @Override
  public Page<ApiToken> list(PageRequest page) {
    return database.with(handle -> {
      var found =
          handle
              .createQuery(
                  SELECT
                      + """
                      where revoked_at is null
                        and (cast(:before as text) is null or (created_at, id) <
                            (select created_at, id from api_token where id = :before))
                      order by created_at desc, id desc limit :limit
                      """)
              .bind("before", page.cursor().orElse(null))
              .bind("limit", page.limit() + 1)
              .map((row, _) -> read(row))
              .list();
      return Pages.cut(found, page.limit(), last -> last.id().value());
    });
  }

  @Override
  public boolean revoke(TokenId id, PersonId by, Instant at) {
    return database.with(handle ->
        handle
                .createUpdate(
                    """
                    update api_token set revoked_at = :at, revoked_by = :by
                    where id = :id and revoked_at is null
                    """)
                .bind("id", id.value())
                .bind("by", by.value())
                .bind("at", Rows.utc(at))
                .execute()
            > 0);
  }

  /** Another replica may have written it a moment ago. */
  @Override
  public void used(TokenId id, Instant at) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                update api_token set last_used_at = :at
                where id = :id and (last_used_at is null or last_used_at <= :before)
                """)
            .bind("id", id.value())
            .bind("at", Rows.utc(at))
            .bind("before", Rows.utc(at.minus(USED_EVERY)))
            .execute());
  }

  /** A scope that only a later release knows is none here. */
  private static ApiToken read(ResultSet row) throws SQLException {
    var revokedBy = Rows.optionalText(row, "revoked_by").map(PersonId::new);
    return new ApiToken(
        new TokenId(row.getString("id")),
        row.getString("name"),
        new PersonId(row.getString("owner")),
        Rows.texts(row, "scopes").stream()
            .flatMap(word -> Scope.of(word).stream())
            .collect(Collectors.toSet()),
        new TokenHash(row.getString("secret_hash")),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "expires_at"),
        Rows.optionalInstant(row, "last_used_at"),
        Rows.optionalInstant(row, "revoked_at")
            .flatMap(at -> revokedBy.map(by -> new ApiToken.Revoked(at, by))));
  }
}
