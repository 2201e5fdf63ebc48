package dev.muster.commands.runbook.message;

import dev.muster.runbooks.run.RunId;
import java.util.Optional;

/**
 * Says what runs and what starts them have to say: each thing once, whatever crashes meanwhile.
 * Thread-safe.
 */
public interface Announcements {

  /** For whoever only reads what kinds declare. */
  Announcements NONE = new Silent();

  /** In the caller's transaction, or one of its own; a key that was said already says nothing. */
  void say(Optional<RunId> run, String key, Announcement announcement);

  boolean isSaid(String key);

  /** Takes a key without saying anything; answers whether nobody had it. */
  boolean claim(Optional<RunId> run, String key);

  /** Why nobody would be reached there, with what to do; empty where somebody is. */
  Optional<String> hindrance(Addressee to);

  /** Says nothing. */
  final class Silent implements Announcements {
    private Silent() {}

    @Override
    public void say(Optional<RunId> run, String key, Announcement announcement) {}

    @Override
    public boolean isSaid(String key) {
      return false;
    }

    @Override
    public boolean claim(Optional<RunId> run, String key) {
      return false;
    }

    @Override
    public Optional<String> hindrance(Addressee to) {
      return Optional.empty();
    }
  }
}
