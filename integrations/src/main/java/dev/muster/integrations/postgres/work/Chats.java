package dev.muster.integrations.postgres.work;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.ChatException.Outcome;
import dev.muster.commands.incident.own.OwnChannels;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chats of this replica. Each is called by half of the scheduler's threads at most, so that one
 * that hangs leaves room for the others; nobody waits for a place here. Thread-safe.
 */
public final class Chats {

  private static final Logger log = LoggerFactory.getLogger(Chats.class);

  private final Map<String, Door> doors;
  private final Set<String> missing = ConcurrentHashMap.newKeySet();

  private final Map<String, OwnChannels> own;

  /**
   * @param own those that have channels of incidents' own, by platform
   */
  public Chats(Map<String, Chat> byPlatform, Map<String, OwnChannels> own) {
    this.own = Map.copyOf(own);
    this.doors =
        byPlatform.entrySet().stream()
            .collect(toUnmodifiableMap(Map.Entry::getKey, chat -> new Door(chat.getValue())));
  }

  /** Those that have channels of incidents' own. */
  public Optional<OwnChannels> own(String platform) {
    return Optional.ofNullable(own.get(platform));
  }

  /** As {@link #with}, for work on channels of incidents' own. */
  <T> CompletionHandler<T> withOwn(
      String platform, Backoff<T> backoff, Function<OwnChannels, CompletionHandler<T>> work) {
    return with(
        platform,
        backoff,
        _ ->
            own(platform)
                .map(work)
                .orElseGet(() -> backoff.inAMinute("nothing makes channels in " + platform)));
  }

  /**
   * Works with a chat, or says when to come again. Work for a chat that is unknown here is kept: in
   * a rolling deployment another replica may know it.
   */
  public <T> CompletionHandler<T> with(
      String platform, Backoff<T> backoff, Function<Chat, CompletionHandler<T>> work) {
    var door = doors.get(platform);
    if (door == null) {
      if (missing.add(platform)) {
        log.atWarn()
            .addKeyValue("platform", platform)
            .log("There is work for a chat that is not set up here; it waits for who knows it");
      }
      return backoff.inAMinute(platform + " is not set up");
    }
    if (!door.places().tryAcquire()) {
      return backoff.soon(platform + " answers too slowly");
    }
    try {
      return work.apply(door.chat());
    } catch (ChatException trouble) {
      if (trouble.outcome() != Outcome.BUSY) {
        throw trouble;
      }
      return backoff.busy(trouble);
    } finally {
      door.places().release();
    }
  }

  private record Door(Chat chat, Semaphore places) {
    Door(Chat chat) {
      this(chat, new Semaphore(WorkScheduler.AT_ONCE / 2));
    }
  }
}
