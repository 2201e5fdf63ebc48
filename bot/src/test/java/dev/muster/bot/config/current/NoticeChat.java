package dev.muster.bot.config.current;

import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PlainText;
import dev.muster.commands.chat.PostRef;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A chat that is told of notices only, and of each once. */
final class NoticeChat implements Chat {

  final List<String> posts = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  boolean isAway;

  @Override
  public String platform() {
    return "fake";
  }

  @Override
  public PostRef post(String channel, Once once, long version, Message message) {
    if (isAway) {
      throw new ChatException("away", new IllegalStateException());
    }
    if (keys.add(once.key())) {
      posts.add("#" + channel + " " + new PlainText(ZoneOffset.UTC).render(message));
    }
    return new PostRef("fake", channel, once.key());
  }

  @Override
  public void edit(PostRef post, long version, Message message) {
    throw new AssertionError("nothing is edited");
  }

  @Override
  public PostRef reply(PostRef root, Once once, Message message) {
    throw new AssertionError("nothing is replied to");
  }
}
