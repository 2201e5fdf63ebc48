package dev.muster.integrations.slack;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import dev.muster.commands.chat.PostRef;
import dev.muster.integrations.slack.web.SlackApi;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a message that may have been posted although nobody heard of it. As far back as work is
 * tried, and no further; what other apps and other Musters posted is not ours. Thread-safe.
 */
final class Search {

  /** Longer than anything is tried before it is given up. */
  private static final Duration BACK = Duration.ofDays(2);

  private static final int PAGES = 10;
  private static final int A_PAGE = 200;

  private final SlackApi api;
  private final InstantSource clock;
  private volatile Optional<String> bot = Optional.empty();

  Search(SlackApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /** A message that was found, and what it shows. */
  record Found(String ts, long version) {}

  Optional<Found> inChannel(String channel, String key) {
    return find(key, cursor -> page(history(channel, cursor)));
  }

  Optional<Found> inThread(PostRef root, String key) {
    return find(key, cursor -> page(replies(root, cursor)));
  }

  private record Page(List<Message> messages, @Nullable String next) {}

  private interface Pages {
    Page after(@Nullable String cursor);
  }

  private Optional<Found> find(String key, Pages pages) {
    var own = bot();
    String cursor = null;
    for (var left = PAGES; left > 0; left--) {
      var page = pages.after(cursor);
      for (var message : page.messages()) {
        var mark = Mark.of(message).filter(it -> it.key().equals(key));
        if (mark.isPresent() && own.equals(message.getBotId())) {
          return Optional.of(new Found(message.getTs(), mark.get().version()));
        }
      }
      cursor = page.next();
      if (cursor == null || cursor.isEmpty()) {
        break;
      }
    }
    return Optional.empty();
  }

  private ConversationsHistoryResponse history(String channel, @Nullable String cursor) {
    return api.call(
        "conversations.history",
        channel,
        methods ->
            methods.conversationsHistory(request ->
                request
                    .channel(channel)
                    .oldest(oldest())
                    .limit(A_PAGE)
                    .cursor(cursor)
                    .includeAllMetadata(true)));
  }

  private ConversationsRepliesResponse replies(PostRef root, @Nullable String cursor) {
    return api.call(
        "conversations.replies",
        root.channel(),
        methods ->
            methods.conversationsReplies(request ->
                request
                    .channel(root.channel())
                    .ts(root.message())
                    .oldest(oldest())
                    .limit(A_PAGE)
                    .cursor(cursor)
                    .includeAllMetadata(true)));
  }

  private static Page page(ConversationsHistoryResponse answer) {
    return new Page(answer.getMessages(), next(answer.getResponseMetadata()));
  }

  private static Page page(ConversationsRepliesResponse answer) {
    return new Page(answer.getMessages(), next(answer.getResponseMetadata()));
  }

  private static @Nullable String next(@Nullable ResponseMetadata metadata) {
    return metadata == null ? null : metadata.getNextCursor();
  }

  private String oldest() {
    return Long.toString(clock.instant().minus(BACK).getEpochSecond());
  }

  /** Asked once; it is the same as long as the token is. */
  private String bot() {
    if (bot.isEmpty()) {
      var answer = api.call("auth.test", methods -> methods.authTest(request -> request));
      bot = Optional.of(answer.getBotId());
    }
    return bot.get();
  }
}
