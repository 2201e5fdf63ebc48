package dev.muster.integrations.slack;

import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import dev.muster.integrations.slack.blocks.BlockKit;
import dev.muster.integrations.slack.web.SlackApi;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Messages in channels by Slack's ids for them, each of them once. Thread-safe. */
final class Posting {

  private final SlackApi api;
  private final Supplier<BlockKit> kit;
  private final Search search;

  Posting(SlackApi api, Supplier<BlockKit> kit, InstantSource clock) {
    this.api = api;
    this.kit = kit;
    this.search = new Search(api, clock);
  }

  PostRef post(String place, Once once, long version, Message message) {
    var mark = new Mark(once.key(), version);
    var known = once.isRepeat() ? search.inChannel(place, once.key()) : none();
    if (known.isEmpty()) {
      return send(place, null, mark, message);
    }
    var post = new PostRef(SlackChat.PLATFORM, place, known.get().ts());
    if (known.get().version() < version) {
      update(post, mark, message);
    }
    return post;
  }

  /** Its metadata stays as it is. */
  void edit(PostRef post, Message message) {
    update(post, null, message);
  }

  PostRef reply(PostRef root, Once once, Message message) {
    var known = once.isRepeat() ? search.inThread(root, once.key()) : none();
    return known
        .map(found -> new PostRef(SlackChat.PLATFORM, root.channel(), found.ts()))
        .orElseGet(() -> send(root.channel(), root.message(), new Mark(once.key(), 1), message));
  }

  private static Optional<Search.Found> none() {
    return Optional.empty();
  }

  private PostRef send(String place, @Nullable String thread, Mark mark, Message message) {
    var said = kit.get().message(message);
    var answer =
        api.call(
            "chat.postMessage",
            place,
            methods ->
                methods.chatPostMessage(request ->
                    request
                        .channel(place)
                        .threadTs(thread)
                        .text(said.text())
                        .blocks(said.blocks())
                        .metadata(mark.metadata())
                        .unfurlLinks(false)
                        .unfurlMedia(false)));
    return new PostRef(SlackChat.PLATFORM, answer.getChannel(), answer.getTs());
  }

  private void update(PostRef post, @Nullable Mark mark, Message message) {
    var said = kit.get().message(message);
    var _ =
        api.call(
            "chat.update",
            post.channel(),
            methods ->
                methods.chatUpdate(request ->
                    request
                        .channel(post.channel())
                        .ts(post.message())
                        .text(said.text())
                        .blocks(said.blocks())
                        .metadata(mark == null ? null : mark.metadata())));
  }
}
