package dev.muster.integrations.postgres.chat;

import dev.muster.commands.people.ChatAccounts;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import java.time.Instant;
import java.util.Optional;

/** Accounts in chats, in PostgreSQL. */
public final class PostgresChatAccounts implements ChatAccounts {

  private final Database database;

  public PostgresChatAccounts(Database database) {
    this.database = database;
  }

  @Override
  public Known find(Account account) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select person, left_at from chat_account
                where platform = :platform and account = :account
                """)
            .bind("platform", account.platform())
            .bind("account", account.id())
            .map((row, _) ->
                new Known(
                    Rows.optionalText(row, "person").map(PersonId::new),
                    Rows.optionalInstant(row, "left_at")))
            .findOne()
            .orElse(Known.NOTHING));
  }

  @Override
  public Optional<Account> of(PersonId person, String platform) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select account from chat_account
                where person = :person and platform = :platform and left_at is null
                order by account limit 1
                """)
            .bind("person", person.value())
            .bind("platform", platform)
            .mapTo(String.class)
            .findOne()
            .map(id -> new Account(platform, id)));
  }

  @Override
  public void keep(Account account, PersonId person) {
    database.with(handle ->
        handle.execute(
            """
            insert into chat_account (platform, account, person) values (?, ?, ?)
            on conflict (platform, account) do update set person = excluded.person
            """,
            account.platform(),
            account.id(),
            person.value()));
  }

  @Override
  public boolean leave(Account account, Instant at) {
    return database.with(handle ->
        handle.execute(
                """
                insert into chat_account as known (platform, account, left_at) values (?, ?, ?)
                on conflict (platform, account) do update set left_at = excluded.left_at
                  where known.left_at is null
                """,
                account.platform(),
                account.id(),
                Rows.utc(at))
            == 1);
  }

  @Override
  public void comeBack(Account account) {
    database.with(handle ->
        handle.execute(
            "update chat_account set left_at = null where platform = ? and account = ?",
            account.platform(),
            account.id()));
  }
}
