package dev.muster.bot.health;

import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.ChatException.Outcome;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers where a chat does not take what is said, and says so once. Thread-safe. */
public final class WatchedChat implements Chat {

  private static final Logger log = LoggerFactory.getLogger(WatchedChat.class);

  /** Work that fails is tried every minute or so: what fails no more is over, or nobody's. */
  private static final Duration STALE = Duration.ofMinutes(5);

  /** Not a channel, but the chat as a whole. */
  private static final String EVERYWHERE = "";

  private final Chat chat;
  private final UnaryOperator<String> names;
  private final InstantSource clock;
  private final Map<String, Failure> failures = new ConcurrentHashMap<>();
  private volatile Consumer<Failure> listener = _ -> {};

  /**
   * @param names our name of a channel by the platform's
   */
  public WatchedChat(Chat chat, UnaryOperator<String> names, InstantSource clock) {
    this.chat = chat;
    this.names = names;
    this.clock = clock;
  }

  /**
   * Why something did not go out.
   *
   * @param channel our name of it; empty for the chat as a whole
   */
  public record Failure(
      String platform, String channel, Outcome outcome, String reason, Instant at) {

    /** Such as {@code #incidents in slack}. */
    public String place() {
      return channel.isEmpty() ? platform : "#" + channel + " in " + platform;
    }

    boolean isSameAs(Failure other) {
      return reason.equals(other.reason);
    }
  }

  /** Whom to tell of what is refused, when it is news. */
  public void whenRefused(Consumer<Failure> told) {
    listener = told;
  }

  /** What failed last in each channel, lately. */
  public List<Failure> failures() {
    return failures.values().stream()
        .filter(this::isRecent)
        .sorted(Comparator.comparing(Failure::channel))
        .toList();
  }

  /** Looks once whether the chat lets us in; what is wrong is said like any other failure. */
  public void tryOut() {
    try {
      check();
    } catch (ChatException noted) {
      log.atDebug().setCause(noted).log("The chat was tried out");
    }
  }

  @Override
  public String platform() {
    return chat.platform();
  }

  @Override
  public boolean has(String channel) {
    return chat.has(channel);
  }

  @Override
  public void check() {
    watched(
        EVERYWHERE,
        () -> {
          chat.check();
          return true;
        });
  }

  @Override
  public PostRef post(String channel, Once once, long version, Message message) {
    return watched(channel, () -> chat.post(channel, once, version, message));
  }

  @Override
  public void edit(PostRef post, long version, Message message) {
    watched(
        names.apply(post.channel()),
        () -> {
          chat.edit(post, version, message);
          return true;
        });
  }

  @Override
  public PostRef reply(PostRef root, Once once, Message message) {
    return watched(names.apply(root.channel()), () -> chat.reply(root, once, message));
  }

  private <T> T watched(String channel, Supplier<T> work) {
    try {
      var done = work.get();
      isWell(channel);
      return done;
    } catch (ChatException e) {
      switch (e.outcome()) {
        case BUSY -> {}
        case GONE -> isWell(channel);
        case FAILED, REFUSED -> failed(failure(channel, e));
      }
      throw e;
    }
  }

  private Failure failure(String channel, ChatException e) {
    var reason = String.valueOf(e.getMessage());
    return new Failure(platform(), channel, e.outcome(), reason, clock.instant());
  }

  private void isWell(String channel) {
    failures.remove(EVERYWHERE);
    var before = failures.remove(channel);
    if (before != null) {
      log.atInfo().addKeyValue("channel", channel).log("The chat takes messages again");
    }
  }

  private void failed(Failure failure) {
    var found = failure.outcome() == Outcome.REFUSED ? located(failure) : failure;
    var before = failures.put(found.channel(), found);
    if (before != null && isRecent(before) && before.isSameAs(found)) {
      return;
    }
    log.atWarn()
        .addKeyValue("platform", found.platform())
        .addKeyValue("channel", found.channel())
        .addKeyValue("reason", found.reason())
        .log("A message does not go out; it is kept and tried again");
    if (found.outcome() == Outcome.REFUSED) {
      listener.accept(found);
    }
  }

  /** A token that is not valid is one trouble, not one of each channel. */
  private Failure located(Failure failure) {
    if (failure.channel().isEmpty() || isKnown(failure)) {
      return failure;
    }
    try {
      chat.check();
      return failure;
    } catch (ChatException e) {
      return failure(EVERYWHERE, e);
    }
  }

  private boolean isKnown(Failure failure) {
    var before = failures.get(failure.channel());
    return before != null && isRecent(before) && before.isSameAs(failure);
  }

  private boolean isRecent(Failure failure) {
    return failure.at().plus(STALE).isAfter(clock.instant());
  }
}
