package dev.muster.integrations.postgres.login;

import dev.muster.commands.login.LoginLink;
import dev.muster.commands.login.LoginLinkStore;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Login links in PostgreSQL. */
public final class PostgresLoginLinks implements LoginLinkStore {

  /** So long whoever comes too late is told so. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Database database;

  public PostgresLoginLinks(Database database) {
    this.database = database;
  }

  @Override
  public void add(String hash, LoginLink link, Instant now) {
    database.with(handle -> {
      handle.execute(
          "delete from login_link where expires_at < ?", Rows.utc(now.minus(REMEMBERED)));
      return handle.execute(
          "insert into login_link (hash, person, expires_at) values (?, ?, ?)",
          hash,
          link.person().value(),
          Rows.utc(link.expiresAt()));
    });
  }

  @Override
  public Optional<LoginLink> find(String hash) {
    return database.with(handle ->
        handle
            .createQuery("select person, expires_at, used_at from login_link where hash = :hash")
            .bind("hash", hash)
            .map((row, _) ->
                new LoginLink(
                    new PersonId(row.getString("person")),
                    Rows.instant(row, "expires_at"),
                    Rows.optionalInstant(row, "used_at").isPresent()))
            .findOne());
  }

  @Override
  public boolean use(String hash, Instant now) {
    return database.with(handle ->
        handle.execute(
                "update login_link set used_at = ? where hash = ? and used_at is null",
                Rows.utc(now),
                hash)
            == 1);
  }

  @Override
  public void keepOnly(Collection<PersonId> people) {
    var ids = people.stream().map(PersonId::value).toArray(String[]::new);
    database.with(handle ->
        handle
            .createUpdate("delete from login_link where person <> all(:people)")
            .bind("people", ids)
            .execute());
  }
}
