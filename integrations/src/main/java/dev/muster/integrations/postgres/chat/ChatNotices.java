package dev.muster.integrations.postgres.chat;

import dev.muster.commands.chat.LiveUpdates.Update.MessageChanged;
import dev.muster.integrations.postgres.Json;
import java.nio.charset.StandardCharsets;

/** The words in which replicas tell each other of chat messages, sent with the commit. */
final class ChatNotices {

  static final String CHANNEL = "muster_chat";

  /**
   * Tells of the messages {@code told}, with the statement that wrote them and not in one more each
   * time, and answers with their ids. Spelled as {@link MessageChanged} is.
   */
  static final String TELL =
      """
      select id, pg_notify('muster_chat', cast(json_strip_nulls(json_build_object(
          'channel', channel, 'message', id, 'thread', thread)) as text)) from told
      """;

  private ChatNotices() {}

  static MessageChanged read(String notice) {
    return Json.read(notice.getBytes(StandardCharsets.UTF_8), MessageChanged.class);
  }
}
