package dev.muster.integrations.slack;

import com.slack.api.methods.response.users.UsersConversationsResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import dev.muster.commands.incident.own.OwnChannels.Made;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.slack.web.SlackException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes channels, each once. Slack has a name once only, archived channels included: a name that is
 * taken is either what an earlier try of ours made, or somebody else's. Thread-safe.
 */
final class ChannelMaking {

  /** The name, and with -2 to -5 behind it. */
  private static final int NAMES = 5;

  private static final int PAGES = 25;
  private static final int A_PAGE = 200;

  private final SlackApi api;

  ChannelMaking(SlackApi api) {
    this.api = api;
  }

  /**
   * @param isRepeat whether an earlier try may have got through
   * @param since none that is older is ours
   */
  Made make(String name, boolean isRepeat, Instant since) {
    for (var number = 1; number <= NAMES; number++) {
      var tried = number == 1 ? name : name + "-" + number;
      var made = create(tried).or(() -> isRepeat ? find(tried, since) : Optional.empty());
      if (made.isPresent()) {
        return made.get();
      }
    }
    throw SlackException.refused(
        "there are channels of that name, and with -2 to -%d behind it: rename them (archived ones"
                .formatted(NAMES)
            + " keep theirs too), or change the `name` of the route's `own` in muster.yaml");
  }

  /** Empty where the name is taken. */
  private Optional<Made> create(String name) {
    try {
      var answer =
          api.call(
              "conversations.create",
              methods -> methods.conversationsCreate(it -> it.name(name).isPrivate(false)));
      return Optional.of(made(answer.getChannel()));
    } catch (SlackException e) {
      return switch (e.error()) {
        case "name_taken" -> Optional.empty();
        case "restricted_action", "user_is_restricted", "no_permission" ->
            throw SlackException.refused(
                "the workspace lets only some people make channels: let Muster do so in Slack's"
                    + " settings and permissions");
        default -> throw e;
      };
    }
  }

  /** Among those that we are in, and that we made: whoever makes a channel is in it. */
  private Optional<Made> find(String name, Instant since) {
    var us = api.call("auth.test", methods -> methods.authTest(it -> it)).getUserId();
    String cursor = null;
    for (var left = PAGES; left > 0; left--) {
      var page = page(cursor);
      for (var channel : page.getChannels()) {
        if (channel.getName().equals(name)
            && us.equals(channel.getCreator())
            && channel.getCreated() >= since.getEpochSecond()) {
          return Optional.of(made(channel));
        }
      }
      var more = page.getResponseMetadata();
      cursor = more == null ? null : more.getNextCursor();
      if (cursor == null || cursor.isEmpty()) {
        break;
      }
    }
    return Optional.empty();
  }

  private UsersConversationsResponse page(@Nullable String cursor) {
    return api.call(
        "users.conversations",
        methods ->
            methods.usersConversations(it ->
                it.types(List.of(ConversationType.PUBLIC_CHANNEL))
                    .excludeArchived(true)
                    .limit(A_PAGE)
                    .cursor(cursor)));
  }

  private static Made made(Conversation channel) {
    return new Made(channel.getId(), channel.getName());
  }
}
