package dev.muster.commands.incident.own;

import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import dev.muster.commands.people.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * A chat in which incidents can have channels of their own; one without such is none of these.
 * Channels go by the platform's own names for them. Blocking, never for long, and thread-safe;
 * throws {@link ChatException}, with {@link ChatException.Outcome#GONE} where a channel can be used
 * no more.
 */
public interface OwnChannels {

  String platform();

  /**
   * Makes a channel that everybody can read, or finds the one that an earlier try made. Where the
   * name is somebody else's, the channel has a number behind it.
   *
   * @param isRepeat whether an earlier try may have got through
   * @param since none that is older is ours
   */
  Made make(String name, boolean isRepeat, Instant since);

  /**
   * A channel that is there.
   *
   * @param channel the platform's own name for it
   * @param name what people call it
   */
  record Made(String channel, String name) {}

  /** Says something there, once. */
  PostRef post(String channel, Once once, long version, Message message);

  /** Replaces what was said; does nothing where somebody deleted it. */
  void edit(PostRef post, long version, Message message);

  /** Keeps a post in sight. */
  void pin(PostRef post);

  /** Says at the top what it is about. */
  void describe(String channel, String topic);

  /** Whoever is there already, or cannot come, is passed over. */
  void invite(String channel, List<PersonId> people);

  /**
   * Puts a link at the top.
   *
   * @param isRepeat whether an earlier try may have got through
   */
  void bookmark(String channel, Bookmark bookmark, boolean isRepeat);

  /** A link and the words that it has. */
  record Bookmark(String title, String url) {}

  /** Closes it for good manners: it can still be read and found. */
  void archive(String channel);

  /** Opens it again. */
  void reopen(String channel);
}
