package dev.muster.integrations.postgres.chat;

import dev.muster.commands.chat.ChatMessage;
import dev.muster.commands.chat.Message;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages of the built-in chat, as rows. */
final class ChatRows {

  private ChatRows() {}

  /** Whoever looks is notified with the commit. Empty when the key is taken. */
  static Optional<Long> insert(
      Database database,
      PostgresChat.Draft draft,
      @Nullable String author,
      Message message,
      Instant now) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                with told as (
                  insert into chat_message
                      (channel, thread, key, author, message, version, posted_at)
                  values (:channel, :thread, :key, :author, cast(:message as jsonb),
                      :version, :now)
                  on conflict (key) do nothing returning id, channel, thread
                )
                """
                    + ChatNotices.TELL)
            .bind("channel", draft.channel())
            .bind("thread", draft.thread())
            .bind("key", draft.key())
            .bind("author", author)
            .bind("message", Json.write(message))
            .bind("version", draft.version())
            .bind("now", Rows.utc(now))
            .mapTo(Long.class)
            .findOne());
  }

  /** Expects a column {@code replies} beside those of the table. */
  static ChatMessage read(ResultSet row) throws SQLException {
    return new ChatMessage(
        row.getLong("id"),
        row.getString("channel"),
        Rows.optionalLong(row, "thread"),
        Rows.optionalText(row, "author"),
        Json.message(row.getString("message")),
        Rows.instant(row, "posted_at"),
        Rows.optionalInstant(row, "edited_at"),
        row.getInt("replies"));
  }
}
