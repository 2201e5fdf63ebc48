package dev.muster.integrations.postgres.chat;

import dev.muster.commands.chat.AuditEntry;
import dev.muster.commands.chat.AuditLog;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;

/** The audit log in PostgreSQL; only ever appended to. */
public final class PostgresAuditLog implements AuditLog {

  private final Database database;

  public PostgresAuditLog(Database database) {
    this.database = database;
  }

  @Override
  public void record(AuditEntry entry) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                insert into audit_entry (at, actor, platform, channel, thread, command, outcome,
                    request_id, detail, via)
                values (:at, :actor, :platform, :channel, :thread, :command, :outcome,
                    :request, :detail, :via)
                """)
            .bind("at", Rows.utc(entry.at()))
            .bind("actor", entry.actor())
            .bind("platform", entry.place().platform())
            .bind("channel", entry.place().channel())
            .bind("thread", entry.place().thread().orElse(null))
            .bind("command", entry.command())
            .bind("outcome", entry.outcome())
            .bind("request", entry.requestId())
            .bind("detail", entry.detail().orElse(null))
            .bind("via", entry.via().orElse(null))
            .execute());
  }
}
