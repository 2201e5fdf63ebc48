package dev.muster.commands.chat.late;

import dev.muster.commands.chat.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps owed answers in memory. */
final class MemoryOwedAnswers implements OwedAnswers {

  final Map<String, OwedAnswer> owed = new HashMap<>();
  final Map<String, Message> told = new HashMap<>();
  Optional<String> outcome = Optional.empty();

  @Override
  public boolean add(OwedAnswer answer) {
    return owed.putIfAbsent(answer.key(), answer) == null;
  }

  @Override
  public boolean keep(OwedAnswer answer) {
    return owed.containsKey(answer.key());
  }

  @Override
  public void answer(String requestId, Message answer) {
    told.put(requestId, answer);
  }

  @Override
  public void remove(OwedAnswer answer) {
    owed.remove(answer.key(), answer);
  }

  @Override
  public Optional<OwedAnswer> find(String key) {
    return Optional.ofNullable(owed.get(key));
  }

  @Override
  public Optional<Message> answered(OwedAnswer answer) {
    return Optional.ofNullable(told.get(answer.requestId()));
  }

  @Override
  public Optional<String> outcome(OwedAnswer answer) {
    return outcome;
  }
}
