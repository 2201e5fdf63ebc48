package dev.muster.commands.chat;

/**
 * A chat that Muster posts to. Each post and reply has a key: a second call with the same key makes
 * no second message but answers with the first, as far as the platform lets us find it. Blocking,
 * never for long, and thread-safe; throws {@link ChatException} when the platform refuses, is away
 * or takes no more at the moment.
 */
public interface Chat {

  /**
   * What makes a message unique.
   *
   * @param key unique for ever
   * @param isRepeat whether an earlier try may have got through without anybody hearing of it: a
   *     platform that does not refuse a known key by itself is to look before it says it again
   */
  record Once(String key, boolean isRepeat) {

    /** Nobody has tried before. */
    public static Once first(String key) {
      return new Once(key, false);
    }
  }

  /** The word for the platform, such as {@code web} or {@code slack}. */
  String platform();

  /** Whether the chat has that channel of ours now; those that it has not are nobody's trouble. */
  default boolean has(String channel) {
    return true;
  }

  /**
   * Looks whether the chat lets us in at all; says nothing there.
   *
   * @throws ChatException when it does not
   */
  default void check() {}

  /**
   * Posts at the top of a channel, named as in the configuration. Where the key is known already,
   * the post is brought up to the version: whoever posted it may have been stopped before that was
   * noted, and the world has moved on.
   */
  PostRef post(String channel, Once once, long version, Message message);

  /**
   * Replaces a post; never lets an older version replace a newer one where the platform can tell.
   */
  void edit(PostRef post, long version, Message message);

  /** Appends to the thread of a post. */
  PostRef reply(PostRef root, Once once, Message message);
}
