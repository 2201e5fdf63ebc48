package dev.muster.bot.config.current;

import dev.muster.bot.config.Config;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The configuration in use, whole: whoever asks twice within one answer may see two, so ask once.
 * Thread-safe; one thread replaces it.
 */
public final class CurrentConfig implements Supplier<Config> {

  private final List<Consumer<Config>> actions = new CopyOnWriteArrayList<>();

  /** What is still to be done about the one in use, for the thread that replaces it. */
  private final Queue<Consumer<Config>> due = new ArrayDeque<>();

  private final Map<ConfigTrouble.Kind, ConfigTrouble> troubles = new ConcurrentSkipListMap<>();

  private volatile Running running;

  /** The files of this replica, until it knows what the others run. */
  public CurrentConfig(Config own) {
    this(new Running(own, 0, true));
  }

  private CurrentConfig(Running running) {
    this.running = running;
  }

  /** Of nobody and with nothing, until it is known what was accepted last. */
  public static CurrentConfig unknown() {
    return new CurrentConfig(new Running(NoConfig.make(), 0, false));
  }

  private record Running(Config config, long version, boolean isKnown) {}

  @Override
  public Config get() {
    return running.config();
  }

  /** 0 as long as it is this replica's own alone. */
  public long version() {
    return running.version();
  }

  /** Whether it is somebody's; nothing may be served before. */
  boolean isKnown() {
    return running.isKnown();
  }

  /** Why it is not what this replica was given; empty: it is. */
  public List<ConfigTrouble> troubles() {
    return List.copyOf(troubles.values());
  }

  void hasTrouble(ConfigTrouble trouble) {
    troubles.put(trouble.kind(), trouble);
  }

  void isOver(ConfigTrouble.Kind trouble) {
    troubles.remove(trouble);
  }

  /**
   * Has something done whenever another one is taken up, on the thread that does so, and again
   * until it does not throw.
   */
  public void whenReplaced(Consumer<Config> action) {
    actions.add(action);
  }

  void replace(Config config, long version) {
    running = new Running(config, version, true);
    due.clear();
    due.addAll(actions);
    catchUp();
  }

  /** Does what could not be done when the one in use was taken up. */
  void catchUp() {
    for (var action = due.peek(); action != null; action = due.peek()) {
      action.accept(running.config());
      due.remove();
    }
  }
}
