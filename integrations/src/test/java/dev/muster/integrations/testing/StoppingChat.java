package dev.muster.integrations.testing;

import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;

/** A chat of a {@link DoomedProcess}, which stops in its first post or its first reply. */
public record StoppingChat(Chat chat, When when) implements Chat {

  /** Where it stops. */
  public enum When {
    BEFORE_THE_POST_IS_THERE,
    AFTER_THE_POST_IS_THERE,
    BEFORE_THE_REPLY_IS_THERE,
    AFTER_THE_REPLY_IS_THERE
  }

  @Override
  public String platform() {
    return chat.platform();
  }

  @Override
  public PostRef post(String channel, Once once, long version, Message message) {
    if (when == When.BEFORE_THE_POST_IS_THERE) {
      throw DoomedProcess.stop();
    }
    var post = chat.post(channel, once, version, message);
    if (when == When.AFTER_THE_POST_IS_THERE) {
      throw DoomedProcess.stop();
    }
    return post;
  }

  @Override
  public void edit(PostRef post, long version, Message message) {
    chat.edit(post, version, message);
  }

  @Override
  public PostRef reply(PostRef root, Once once, Message message) {
    if (when == When.BEFORE_THE_REPLY_IS_THERE) {
      throw DoomedProcess.stop();
    }
    var reply = chat.reply(root, once, message);
    if (when == When.AFTER_THE_REPLY_IS_THERE) {
      throw DoomedProcess.stop();
    }
    return reply;
  }
}
