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

/**
 * Slack. It refuses no key that it knows, so a repeated try looks first for what an earlier one may
 * have posted, by the metadata that each message carries.
 */
public final class SlackChat implements Chat {

  public static final String PLATFORM = "slack";

  private final SlackApi api;
  private final Function<String, Optional<String>> channels;
  private final Posting posting;

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
    this.posting = new Posting(api, kit, clock);
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
    return posting.post(place(channel), once, version, message);
  }

  @Override
  public void edit(PostRef post, long version, Message message) {
    posting.edit(post, message);
  }

  @Override
  public PostRef reply(PostRef root, Once once, Message message) {
    return posting.reply(root, once, message);
  }

  private String place(String channel) {
    return channels
        .apply(channel)
        .orElseThrow(() ->
            SlackException.refused(
                "muster.yaml does not say where %s is in Slack: write channels: {%s: {slack: C…}}"
                    .formatted(channel, channel)));
  }
}
