package dev.muster.integrations.slack;

import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.ChatException.Outcome;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import dev.muster.commands.incident.own.OwnChannels;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.slack.blocks.BlockKit;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.slack.web.SlackException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Channels of Slack that incidents have for themselves: public ones, which everybody can find. */
public final class SlackOwnChannels implements OwnChannels {

  /** Nothing can be said there before somebody does something about it. */
  private static final Set<String> CLOSED =
      Set.of("is_archived", "is_inactive", "channel_not_found", "not_in_channel");

  private static final Set<String> NO_TROUBLE =
      Set.of(
          "already_in_channel",
          "cant_invite",
          "cant_invite_self",
          "user_not_found",
          "users_not_found",
          "user_disabled",
          "user_is_restricted",
          "user_is_ultra_restricted",
          "ura_max_channels");

  private static final int AT_ONCE = 100;

  private final SlackApi api;
  private final Function<PersonId, Optional<String>> users;
  private final Posting posting;
  private final ChannelMaking making;

  /**
   * @param users Slack's id of somebody; may ask Slack
   */
  public SlackOwnChannels(
      SlackApi api,
      Function<PersonId, Optional<String>> users,
      Supplier<BlockKit> kit,
      InstantSource clock) {
    this.api = api;
    this.users = users;
    this.posting = new Posting(api, kit, clock);
    this.making = new ChannelMaking(api);
  }

  @Override
  public String platform() {
    return SlackChat.PLATFORM;
  }

  @Override
  public Made make(String name, boolean isRepeat, Instant since) {
    return making.make(name, isRepeat, since);
  }

  @Override
  public PostRef post(String channel, Once once, long version, Message message) {
    return in(() -> posting.post(channel, once, version, message));
  }

  @Override
  public void edit(PostRef post, long version, Message message) {
    in(() -> {
      try {
        posting.edit(post, message);
      } catch (SlackException e) {
        if (e.outcome() != Outcome.GONE) {
          throw e;
        }
        // Whoever deletes it wants none there.
      }
      return post;
    });
  }

  @Override
  public void pin(PostRef post) {
    unless(
        Set.of("already_pinned", "message_not_found"),
        () ->
            api.call(
                "pins.add",
                post.channel(),
                methods ->
                    methods.pinsAdd(it -> it.channel(post.channel()).timestamp(post.message()))));
  }

  @Override
  public void describe(String channel, String topic) {
    in(() ->
        api.call(
            "conversations.setTopic",
            channel,
            methods ->
                methods.conversationsSetTopic(
                    it -> it.channel(channel).topic(BlockKit.topic(topic)))));
  }

  @Override
  public void invite(String channel, List<PersonId> people) {
    var guests = people.stream().flatMap(it -> users.apply(it).stream()).distinct().toList();
    for (var from = 0; from < guests.size(); from += AT_ONCE) {
      var some = guests.subList(from, Math.min(guests.size(), from + AT_ONCE));
      unless(
          NO_TROUBLE,
          () ->
              api.call(
                  "conversations.invite",
                  channel,
                  methods ->
                      methods.conversationsInvite(
                          it -> it.channel(channel).users(some).force(true))));
    }
  }

  @Override
  public void bookmark(String channel, Bookmark bookmark, boolean isRepeat) {
    if (isRepeat && isThere(channel, bookmark)) {
      return;
    }
    in(() ->
        api.call(
            "bookmarks.add",
            channel,
            methods ->
                methods.bookmarksAdd(it ->
                    it.channelId(channel)
                        .title(bookmark.title())
                        .type("link")
                        .link(bookmark.url()))));
  }

  private boolean isThere(String channel, Bookmark bookmark) {
    var there =
        in(() ->
            api.call(
                "bookmarks.list",
                channel,
                methods -> methods.bookmarksList(it -> it.channelId(channel))));
    return there.getBookmarks().stream().anyMatch(it -> bookmark.url().equals(it.getLink()));
  }

  @Override
  public void archive(String channel) {
    unless(
        Set.of("already_archived", "is_archived"),
        () ->
            api.call(
                "conversations.archive",
                channel,
                methods -> methods.conversationsArchive(it -> it.channel(channel))));
  }

  /**
   * Slack puts an app out of a channel with archiving it, and lets only those who are in it
   * unarchive it: once a person has done so, we come in again.
   * docs.slack.dev/reference/methods/conversations.unarchive
   */
  @Override
  public void reopen(String channel) {
    if (!join(channel)) {
      unarchive(channel);
      var _ = join(channel);
    }
  }

  /** Answers whether it could be joined, or else is archived. */
  private boolean join(String channel) {
    try {
      api.call(
          "conversations.join",
          channel,
          methods -> methods.conversationsJoin(it -> it.channel(channel)));
      return true;
    } catch (SlackException e) {
      if (e.error().equals("is_archived")) {
        return false;
      }
      throw e;
    }
  }

  private void unarchive(String channel) {
    try {
      api.call(
          "conversations.unarchive",
          channel,
          methods -> methods.conversationsUnarchive(it -> it.channel(channel)));
    } catch (SlackException e) {
      switch (e.error()) {
        case "not_archived" -> {}
        case "not_in_channel" ->
            throw SlackException.refused(
                "Slack lets no app unarchive a channel. Unarchive it in its details, and Muster"
                    + " goes on there with the next change");
        default -> throw e;
      }
    }
  }

  private static void unless(Set<String> fine, Supplier<?> call) {
    try {
      var _ = in(call);
    } catch (SlackException e) {
      if (!fine.contains(e.error())) {
        throw e;
      }
    }
  }

  /** Does something in a channel that may be closed. */
  private static <T> T in(Supplier<T> call) {
    try {
      return call.get();
    } catch (SlackException e) {
      throw CLOSED.contains(e.error()) ? e.asGone() : e;
    }
  }
}
