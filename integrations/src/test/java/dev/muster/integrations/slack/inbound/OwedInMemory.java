package dev.muster.integrations.slack.inbound;

import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.late.OwedAnswer;
import dev.muster.commands.chat.late.OwedAnswers;
import dev.muster.commands.store.StoreUnavailable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Owed answers in memory, over a database that may be away. */
final class OwedInMemory implements OwedAnswers {

  final Map<String, OwedAnswer> owed = new ConcurrentHashMap<>();

  /** All that ever was. */
  final List<OwedAnswer> added = new CopyOnWriteArrayList<>();

  /** How often somebody said that it is still worked on. */
  final AtomicInteger kept = new AtomicInteger();

  /** What happens as soon as one is written down. */
  volatile Runnable whenAdded = () -> {};

  volatile boolean isAway;
  volatile boolean isTakenOver;
  volatile Optional<String> outcome = Optional.empty();

  @Override
  public boolean add(OwedAnswer answer) {
    checkThere();
    added.add(answer);
    var isNew = owed.putIfAbsent(answer.key(), answer) == null;
    whenAdded.run();
    return isNew;
  }

  @Override
  public boolean keep(OwedAnswer answer) {
    checkThere();
    kept.incrementAndGet();
    return !isTakenOver;
  }

  @Override
  public void answer(String requestId, Message answer) {}

  @Override
  public void remove(OwedAnswer answer) {
    checkThere();
    owed.remove(answer.key(), answer);
  }

  @Override
  public Optional<OwedAnswer> find(String key) {
    return Optional.ofNullable(owed.get(key));
  }

  @Override
  public Optional<Message> answered(OwedAnswer answer) {
    return Optional.empty();
  }

  @Override
  public Optional<String> outcome(OwedAnswer answer) {
    checkThere();
    return outcome;
  }

  private void checkThere() {
    if (isAway) {
      throw new StoreUnavailable("away", null);
    }
  }
}
