package dev.muster.integrations.slack.fake.strict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Everything that came, in order, with what the test took of it. Safe for all threads. */
public final class Ledger {

  private final List<Entry> entries = new ArrayList<>();
  private final Map<Entry, Boolean> taken = new IdentityHashMap<>();
  private final List<Predicate<Entry>> allowed = new ArrayList<>();
  private final List<Expected> expected = new ArrayList<>();
  private boolean doublesAreFine;
  private Duration patience = Duration.ofSeconds(10);

  private record Expected(String words, Predicate<Entry> which) {}

  public synchronized void setPatience(Duration howLong) {
    patience = howLong;
  }

  public synchronized void forgiveDoubles() {
    doublesAreFine = true;
  }

  public synchronized void add(Entry entry) {
    entries.add(entry);
    notifyAll();
  }

  /** The first one that nobody took yet; waits for it, and fails when it does not come. */
  public synchronized Entry take(String words, Predicate<Entry> which) {
    var deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      var found = firstOpen(which);
      if (found.isPresent()) {
        taken.put(found.get(), true);
        return found.get();
      }
      if (!waitUntil(deadline)) {
        throw new AssertionError("Slack waited for " + words + ". Not taken yet:" + list(open()));
      }
    }
  }

  /** Like {@link #take} without waiting. */
  public synchronized Optional<Entry> poll(Predicate<Entry> which) {
    var found = firstOpen(which);
    found.ifPresent(it -> taken.put(it, true));
    return found;
  }

  /** Waits for something that shows itself with the coming of something else. */
  public synchronized void await(String words, BooleanSupplier done) {
    var deadline = System.nanoTime() + patience.toNanos();
    while (!done.getAsBoolean()) {
      if (!waitUntil(deadline)) {
        throw new AssertionError("Slack waited for " + words + ". Not taken yet:" + list(open()));
      }
    }
  }

  /** From now on and in hindsight, any number of these is fine. */
  public synchronized void allow(Predicate<Entry> which) {
    allowed.add(which);
  }

  /** Exactly one of these must have come by the end. */
  public synchronized void expect(String words, Predicate<Entry> which) {
    expected.add(new Expected(words, which));
  }

  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** What a test must not end with, empty when all is well. */
  public synchronized List<String> complaints() {
    var complaints = new ArrayList<String>();
    for (var one : expected) {
      if (poll(one.which()).isEmpty()) {
        complaints.add("missing: " + one.words());
      }
    }
    expected.clear();
    open().forEach(it -> complaints.add("unexpected " + it));
    if (!doublesAreFine) {
      Doubles.in(entries).forEach(it -> complaints.add("posted twice: " + it));
    }
    return complaints;
  }

  private Optional<Entry> firstOpen(Predicate<Entry> which) {
    return entries.stream().filter(it -> !taken.containsKey(it)).filter(which).findFirst();
  }

  private List<Entry> open() {
    return entries.stream()
        .filter(it -> !taken.containsKey(it))
        .filter(it -> allowed.stream().noneMatch(fine -> fine.test(it)))
        .toList();
  }

  private boolean waitUntil(long deadline) {
    var left = deadline - System.nanoTime();
    if (left <= 0) {
      return false;
    }
    try {
      wait(left / 1_000_000 + 1);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for Slack", e);
    }
  }

  private static String list(List<?> lines) {
    return lines.isEmpty()
        ? " nothing"
        : lines.stream().map(it -> "\n  " + it).reduce("", String::concat);
  }
}
