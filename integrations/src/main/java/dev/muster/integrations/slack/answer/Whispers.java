package dev.muster.integrations.slack.answer;

import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import dev.muster.commands.chat.Message;
import dev.muster.integrations.slack.blocks.BlockKit;
import dev.muster.integrations.slack.blocks.SlackMessage;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.slack.web.SlackException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says something to one person alone: where they asked, and where nobody would see it there, in a
 * direct message. Waits for room, and tries again where Slack has trouble. Blocking and
 * thread-safe.
 */
public final class Whispers {

  private static final Logger log = LoggerFactory.getLogger(Whispers.class);

  /** Where an answer that only they see cannot be shown to them. */
  private static final Set<String> UNSEEN =
      Set.of(
          "user_not_in_channel",
          "channel_not_found",
          "not_in_channel",
          "is_archived",
          "restricted_action",
          "messages_tab_disabled");

  private final SlackApi api;
  private final Supplier<BlockKit> kit;
  private final ActionResponseSender responses;
  private final Patience patience = new Patience();

  public Whispers(SlackApi api, Supplier<BlockKit> kit) {
    this(api, kit, api.slack());
  }

  private Whispers(SlackApi api, Supplier<BlockKit> kit, Slack slack) {
    this.api = api;
    this.kit = kit;
    this.responses = new ActionResponseSender(slack);
  }

  SlackMessage shown(Message message) {
    return kit.get().message(message);
  }

  public void say(Origin origin, Message message) {
    var said = shown(message);
    if (canRespond(origin) && respond(origin, said)) {
      return;
    }
    if (origin.place().channel().isEmpty()) {
      direct(origin.user(), said);
    } else if (origin.isDirect()) {
      post(origin.place().channel(), origin.place().thread(), said);
    } else {
      ephemeral(origin, said);
    }
  }

  /** In a thread it would be shown outside of it, unless it takes the place of what is there. */
  private static boolean canRespond(Origin origin) {
    return origin.responseUrl().isPresent()
        && (origin.thread().isEmpty() || origin.surface() instanceof Origin.Surface.Whisper);
  }

  /** Answers whether Slack took it. */
  private boolean respond(Origin origin, SlackMessage said) {
    var response =
        ActionResponse.builder()
            .responseType("ephemeral")
            .replaceOriginal(origin.surface() instanceof Origin.Surface.Whisper)
            .text(said.text())
            .blocks(said.blocks())
            .build();
    try {
      var answer = responses.send(origin.responseUrl().orElseThrow(), response);
      return answer.getCode() == 200;
    } catch (IOException e) {
      log.atInfo().addKeyValue("reason", e.getClass().getSimpleName()).log("No answer by its URL");
      return false;
    }
  }

  private void ephemeral(Origin origin, SlackMessage said) {
    var channel = origin.place().channel();
    try {
      patience.call(
          api,
          "chat.postEphemeral",
          channel,
          methods ->
              methods.chatPostEphemeral(request ->
                  request
                      .channel(channel)
                      .user(origin.user())
                      .threadTs(origin.place().thread())
                      .text(said.text())
                      .blocks(said.blocks())));
    } catch (SlackException refused) {
      if (!UNSEEN.contains(refused.error())) {
        throw refused;
      }
      direct(origin.user(), said);
    }
  }

  private void direct(String user, SlackMessage said) {
    var opened =
        patience.call(
            api,
            "conversations.open",
            "",
            methods -> methods.conversationsOpen(request -> request.users(List.of(user))));
    post(opened.getChannel().getId(), null, said);
  }

  private void post(String channel, @Nullable String thread, SlackMessage said) {
    patience.call(
        api,
        "chat.postMessage",
        channel,
        methods ->
            methods.chatPostMessage(request ->
                request
                    .channel(channel)
                    .threadTs(thread)
                    .text(said.text())
                    .blocks(said.blocks())
                    .unfurlLinks(false)));
  }
}
