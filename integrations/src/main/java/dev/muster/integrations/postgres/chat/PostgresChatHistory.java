package dev.muster.integrations.postgres.chat;

import dev.muster.commands.chat.ChatHistory;
import dev.muster.commands.chat.ChatMessage;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.lists.Pages;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the built-in chat shows, and what people say in it. */
public final class PostgresChatHistory implements ChatHistory {

  private static final String COLUMNS =
      "select m.*, (select count(*) from chat_message reply where reply.thread = m.id) as replies"
          + " from chat_message m ";

  private final Database database;
  private final InstantSource clock;

  public PostgresChatHistory(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * The channel is not said to be equal: the planner would go through all channels by id, newest
   * first, which takes long for a quiet one beside a busy one.
   */
  @Override
  public Page<ChatMessage> roots(String channel, PageRequest page) {
    var before = page.after(PostgresChatHistory::id).orElse(Long.MAX_VALUE);
    return database.with(handle -> {
      var found =
          handle
              .createQuery(
                  COLUMNS
                      + """
                      where m.channel >= :channel and (m.channel, m.id) < (:channel, :before)
                        and m.thread is null
                      order by m.channel desc, m.id desc limit :limit
                      """)
              .bind("channel", channel)
              .bind("before", before)
              .bind("limit", page.limit() + 1)
              .map((row, _) -> ChatRows.read(row))
              .list();
      return Pages.cut(found, page.limit(), last -> Long.toString(last.id()));
    });
  }

  @Override
  public Map<String, Long> newest(List<String> channels) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select wanted.channel, newest.id
                from unnest(:channels) as wanted(channel)
                cross join lateral (
                  select m.id from chat_message m
                  where m.channel >= wanted.channel and m.channel <= wanted.channel
                    and m.thread is null
                  order by m.channel desc, m.id desc limit 1) newest
                """)
            .bindArray("channels", String.class, channels)
            .map((row, _) -> Map.entry(row.getString("channel"), row.getLong("id")))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public List<ChatMessage> thread(long root, int limit) {
    return database.with(handle ->
        handle
            .createQuery(
                "select * from ("
                    + COLUMNS
                    + """
                    where m.thread = :root order by m.id desc limit :limit) latest order by id
                    """)
            .bind("root", root)
            .bind("limit", limit)
            .map((row, _) -> ChatRows.read(row))
            .list());
  }

  @Override
  public Optional<ChatMessage> find(long id) {
    return database.with(handle ->
        handle
            .createQuery(COLUMNS + "where m.id = :id")
            .bind("id", id)
            .map((row, _) -> ChatRows.read(row))
            .findOne());
  }

  @Override
  public ChatMessage say(Invocation invocation) {
    var place = invocation.place();
    var thread = place.thread().map(Long::parseLong);
    return database.inTransaction(() -> {
      var draft = new PostgresChat.Draft(place.channel(), thread.orElse(null), null, 1);
      var author = invocation.actor().id().value();
      var message = Message.of(invocation.text());
      var id = ChatRows.insert(database, draft, author, message, clock.instant()).orElseThrow();
      return find(id).orElseThrow();
    });
  }

  private static Optional<Long> id(String cursor) {
    return cursor.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(cursor)) : Optional.empty();
  }
}
