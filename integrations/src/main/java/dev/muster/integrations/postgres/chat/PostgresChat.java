package dev.muster.integrations.postgres.chat;

import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Rows;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The built-in chat: messages are rows, a key is unique, and whoever looks is notified with the
 * commit.
 */
public final class PostgresChat implements Chat {

  public static final String PLATFORM = "web";

  private final Database database;
  private final InstantSource clock;

  public PostgresChat(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String platform() {
    return PLATFORM;
  }

  @Override
  public PostRef post(String channel, Once once, long version, Message message) {
    var draft = new Draft(channel, null, once.key(), version);
    var fresh = insert(draft, message);
    var post = ref(channel, fresh.orElseGet(() -> find(draft)));
    if (fresh.isEmpty()) {
      edit(post, version, message);
    }
    return post;
  }

  @Override
  public void edit(PostRef post, long version, Message message) {
    database.with(handle ->
        handle
            .createQuery(
                """
                with told as (
                  update chat_message set message = cast(:message as jsonb),
                      version = :version, edited_at = :now
                  where id = :id and version < :version returning id, channel, thread
                )
                """
                    + ChatNotices.TELL)
            .bind("id", Long.parseLong(post.message()))
            .bind("version", version)
            .bind("message", Json.write(message))
            .bind("now", Rows.utc(clock.instant()))
            .mapTo(Long.class)
            .findOne());
  }

  @Override
  public PostRef reply(PostRef root, Once once, Message message) {
    var draft = new Draft(root.channel(), Long.parseLong(root.message()), once.key(), 1);
    return ref(root.channel(), insert(draft, message).orElseGet(() -> find(draft)));
  }

  /** Empty when the key is known. */
  private Optional<Long> insert(Draft draft, Message message) {
    return ChatRows.insert(database, draft, null, message, clock.instant());
  }

  private long find(Draft known) {
    return database.with(handle ->
        handle
            .createQuery("select id from chat_message where key = :key")
            .bind("key", known.key())
            .mapTo(Long.class)
            .one());
  }

  private static PostRef ref(String channel, long id) {
    return new PostRef(PLATFORM, channel, Long.toString(id));
  }

  /** Where a message goes, and what makes it unique. */
  record Draft(String channel, @Nullable Long thread, @Nullable String key, long version) {}
}
