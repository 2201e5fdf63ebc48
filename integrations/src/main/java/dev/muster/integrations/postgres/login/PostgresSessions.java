package dev.muster.integrations.postgres.login;

import dev.muster.commands.login.Session;
import dev.muster.commands.login.SessionStore;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Sessions in PostgreSQL. */
public final class PostgresSessions implements SessionStore {

  private final Database database;

  public PostgresSessions(Database database) {
    this.database = database;
  }

  @Override
  public void add(String hash, Session session, Instant oldest) {
    database.with(handle -> {
      handle.execute("delete from login_session where started_at < ?", Rows.utc(oldest));
      return handle.execute(
          "insert into login_session (hash, person, started_at, seen_at) values (?, ?, ?, ?)",
          hash,
          session.person().value(),
          Rows.utc(session.startedAt()),
          Rows.utc(session.seenAt()));
    });
  }

  @Override
  public Optional<Session> find(String hash) {
    return database.with(handle ->
        handle
            .createQuery("select person, started_at, seen_at from login_session where hash = :hash")
            .bind("hash", hash)
            .map((row, _) ->
                new Session(
                    new PersonId(row.getString("person")),
                    Rows.instant(row, "started_at"),
                    Rows.instant(row, "seen_at")))
            .findOne());
  }

  @Override
  public void seen(String hash, Instant at) {
    database.with(handle ->
        handle.execute("update login_session set seen_at = ? where hash = ?", Rows.utc(at), hash));
  }

  @Override
  public void end(String hash) {
    database.with(handle -> handle.execute("delete from login_session where hash = ?", hash));
  }

  @Override
  public void endAll(PersonId person) {
    database.with(
        handle -> handle.execute("delete from login_session where person = ?", person.value()));
  }

  @Override
  public void keepOnly(Collection<PersonId> people) {
    var ids = people.stream().map(PersonId::value).toArray(String[]::new);
    database.with(handle ->
        handle
            .createUpdate("delete from login_session where person <> all(:people)")
            .bind("people", ids)
            .execute());
  }
}
