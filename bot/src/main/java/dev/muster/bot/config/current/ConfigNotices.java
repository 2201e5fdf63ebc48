package dev.muster.bot.config.current;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.ConfigLoader.Outcome.Loaded;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.configuration.Accepted;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.runbooks.yaml.Problem;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the channel of notices what became of a changed configuration: once, however many replicas
 * notice, and again and again until the chat takes it. For one thread.
 */
public final class ConfigNotices {

  private static final Logger log = LoggerFactory.getLogger(ConfigNotices.class);
  private static final int SHOWN = 5;
  private static final int MOST_WAITING = 20;

  private final List<Chat> chats;
  private final CurrentConfig current;
  private final InstantSource clock;
  private final String replica;
  private final Deque<Notice> waiting = new ArrayDeque<>();

  public ConfigNotices(
      List<Chat> chats, CurrentConfig current, InstantSource clock, String replica) {
    this.chats = List.copyOf(chats);
    this.current = current;
    this.clock = clock;
    this.replica = replica;
  }

  private record Notice(Chat chat, Once once, Message message) {
    Notice again() {
      return new Notice(chat, new Once(once.key(), true), message);
    }
  }

  /** Sends what waits, as far as the chats take it now. */
  void send() {
    for (var left = waiting.size(); left > 0; left--) {
      var notice = waiting.removeFirst();
      try {
        notice.chat().post(current.get().notices(), notice.once(), 1, notice.message());
      } catch (ChatException | StoreUnavailable refused) {
        log.atWarn().setCause(refused).log("The channel could not be told of the configuration");
        waiting.addLast(notice.again());
      }
    }
  }

  /** Tells also that the files were broken until now, where they were. */
  void accepted(Accepted version, Config before, Loaded after, boolean isMended) {
    var lines = new ArrayList<Block>();
    lines.addAll(lines(ConfigChanges.between(before, after.config())));
    lines.addAll(lines(OffDuty.between(before, after.config(), clock.instant())));
    lines.addAll(shown(after.warnings()));
    say(
        "configuration:" + version.version(),
        "%sonfiguration %d is in use, from the files of %s."
            .formatted(
                isMended ? "Configuration is read again: c" : "C", version.version(), version.by()),
        lines);
  }

  void broken(String fingerprint, List<Problem> problems, long goesOn) {
    var lines = new ArrayList<>(shown(problems));
    lines.add(Block.line("Mend them and save. Muster looks at the files again by itself."));
    say(
        "configuration:broken:%d:%s".formatted(goesOn, fingerprint),
        "The configuration files of %s are broken. %s stays in use."
            .formatted(replica, named(goesOn)),
        lines);
  }

  /** The broken files are again what they were before. */
  void mended(String fingerprint, long goesOn) {
    say(
        "configuration:mended:%d:%s".formatted(goesOn, fingerprint),
        "Configuration is read again: the files of %s are right and say the same as configuration %d, which is in use."
            .formatted(replica, goesOn),
        List.of());
  }

  void behind(Accepted latest) {
    say(
        "configuration:behind:%d:%s".formatted(latest.version(), replica),
        "%s has older files than configuration %d and follows that one."
            .formatted(replica, latest.version()),
        List.of(
            Block.line(
                Span.text("It came from %s at ".formatted(latest.by())), Span.time(latest.at())),
            Block.line(
                "Bring the files there up to date. To go back to them, save one with a change,"
                    + " such as a comment.")));
  }

  void unusable(Accepted latest, List<Problem> problems, long goesOn) {
    var lines = new ArrayList<>(shown(problems));
    lines.add(Block.line("It works elsewhere: compare environment and version of this replica."));
    say(
        "configuration:unusable:%d:%s".formatted(latest.version(), replica),
        "%s cannot use configuration %d. %s stays in use there."
            .formatted(replica, latest.version(), named(goesOn)),
        lines);
  }

  private void say(String key, String first, List<Block> lines) {
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(Span.strong(first)));
    blocks.addAll(lines);
    var message = new Message(first, blocks);
    chats.stream()
        .filter(chat -> chat.has(current.get().notices()))
        .forEach(chat -> waiting.addLast(new Notice(chat, Once.first(key), message)));
    while (waiting.size() > MOST_WAITING) {
      waiting.removeFirst();
    }
  }

  private static List<Block> lines(List<String> texts) {
    return texts.stream().<Block>map(Block::line).toList();
  }

  private static List<Block> shown(List<Problem> problems) {
    var lines = new ArrayList<Block>();
    problems.stream()
        .limit(SHOWN)
        .forEach(problem -> lines.add(Block.line(Span.code(problem.toString()))));
    if (problems.size() > SHOWN) {
      lines.add(
          Block.line("And %d more: muster.jar check says all.".formatted(problems.size() - SHOWN)));
    }
    return lines;
  }

  private static String named(long version) {
    return version == 0 ? "The last good one" : "Configuration " + version;
  }
}
