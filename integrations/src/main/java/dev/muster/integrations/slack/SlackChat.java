package dev.muster.integrations.slack;

import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import dev.muster.integrations.slack.blocks.BlockKit;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.slack.web.SlackException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Slack. It refuses no key that it knows, so a repeated try looks first for what an earlier one may
 * have posted, by the metadata that each message carries.
 */
public final class SlackChat implements Chat {

  public static final String PLATFORM = "slack";

  private final SlackApi api;
  private final Function<String, Optional<String>> channels;
  private final Supplier<BlockKit> kit;
  private final Search search;

  /**
   * @param channels Slack's id of a channel by our name, as configured now
   */
  public SlackChat(
      SlackApi api,
      Function<String, Optional<String>> channels,
      Supplier<BlockKit> kit,
      InstantSource clock) {
    this.api = api;
    this.channels = channels;
    this.kit = kit;
    this.search = new Search(api, clock);
  }

  @Override
  public String platform() {
    return PLATFORM;
  }

  @Override
  public boolean has(String channel) {
    return channels.apply(channel).isPresent();
  }

  @Override
  public void check() {
    var _ = api.call("auth.test", methods -> methods.authTest(request -> request));
  }

  @Override
  public PostRef post(String channel, Once once, long version, Message message) {
    var place = place(channel);
    var mark = new Mark(once.key(), version);
    var known = once.isRepeat() ? search.inChannel(place, once.key()) : none();
    if (known.isEmpty()) {
      return send(place, null, mark, message);
    }
    var post = new PostRef(PLATFORM, place, known.get().ts());
    if (known.get().version() < version) {
      update(post, mark, message);
    }
    return post;
  }

  /** Its metadata stays as it is. */
  @Override
  public void edit(PostRef post, long version, Message message) {
    update(post, null, message);
  }

  @Override
  public PostRef reply(PostRef root, Once once, Message message) {
    var known = once.isRepeat() ? search.inThread(root, once.key()) : none();
    return known
        .map(found -> new PostRef(PLATFORM, root.channel(), found.ts()))
        .orElseGet(() -> send(root.channel(), root.message(), new Mark(once.key(), 1), message));
  }

  private static Optional<Search.Found> none() {
    return Optional.empty();
  }

  private String place(String channel) {
    return channels
        .apply(channel)
        .orElseThrow(() ->
            SlackException.refused(
                "muster.yaml does not say where %s is in Slack: write channels: {%s: {slack: C…}}"
                    .formatted(channel, channel)));
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
    return new PostRef(PLATFORM, answer.getChannel(), answer.getTs());
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
