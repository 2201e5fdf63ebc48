package dev.muster.bot.health;

import dev.muster.bot.config.Config;
import dev.muster.bot.health.WatchedChat.Failure;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.store.StoreUnavailable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the channel of notices, in every chat that has it, what a chat refuses: each reason once a
 * day, however many replicas meet it.
 */
public record ChatNotices(List<Chat> chats, Supplier<Config> config, Executor executor)
    implements Consumer<Failure> {

  private static final Logger log = LoggerFactory.getLogger(ChatNotices.class);

  public ChatNotices {
    chats = List.copyOf(chats);
  }

  @Override
  public void accept(Failure failure) {
    executor.execute(() -> tell(failure));
  }

  private void tell(Failure failure) {
    var channel = config.get().notices();
    var once = new Once(key(failure), true);
    var message = message(failure);
    for (var chat : chats) {
      if (chat.has(channel)) {
        try {
          chat.post(channel, once, 1, message);
        } catch (ChatException | StoreUnavailable e) {
          log.atWarn()
              .addKeyValue("platform", chat.platform())
              .addKeyValue("reason", e.getMessage())
              .log("The channel of notices could not be told of a chat's trouble");
        }
      }
    }
  }

  private static String key(Failure failure) {
    var day = LocalDate.ofInstant(failure.at(), ZoneOffset.UTC);
    return "chat-trouble:%s:%s:%08x:%s"
        .formatted(failure.platform(), failure.channel(), failure.reason().hashCode(), day);
  }

  private static Message message(Failure failure) {
    var first = "Muster cannot write to %s: %s.".formatted(failure.place(), failure.reason());
    return new Message(
        first,
        List.of(
            Block.line(Span.strong(first)),
            Block.line("What waits is kept and tried again every minute, for about a day.")));
  }
}
