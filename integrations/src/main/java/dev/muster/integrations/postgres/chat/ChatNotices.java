package dev.muster.integrations.postgres.chat;

import dev.muster.commands.chat.LiveUpdates.Update.MessageChanged;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The words in which replicas tell each other of chat messages, sent with the commit. */
final class ChatNotices {

  static final String CHANNEL = "muster_chat";

  private ChatNotices() {}

  static void send(Database database, String channel, long message, Optional<Long> thread) {
    var notice = Json.write(new MessageChanged(channel, message, thread));
    database.with(handle ->
        handle
            .createQuery("select pg_notify(:channel, :notice)")
            .bind("channel", CHANNEL)
            .bind("notice", notice)
            .map((_, _) -> true)
            .one());
  }

  static MessageChanged read(String notice) {
    return Json.read(notice.getBytes(StandardCharsets.UTF_8), MessageChanged.class);
  }
}
