package dev.muster.commands.chat.late;

import dev.muster.commands.chat.Message;
import java.time.Duration;
import java.util.Optional;

/**
 * The answers that are owed. Whoever works on one keeps it by looking after it in time; what nobody
 * keeps is told by any replica. Joins the running transaction.
 */
public interface OwedAnswers {

  /** How long nobody looks after an answer before somebody else does. */
  Duration LEASE = Duration.ofSeconds(10);

  /** Notes it as kept; false when the same request is owed an answer already. */
  boolean add(OwedAnswer owed);

  /** Keeps it for longer; false when somebody else sees to it by now. */
  boolean keep(OwedAnswer owed);

  /** What is to be told, once the transaction is committed. Does nothing where nothing is owed. */
  void answer(String requestId, Message answer);

  /** It was told. */
  void remove(OwedAnswer owed);

  Optional<OwedAnswer> find(String key);

  /** What it was answered with, and committed. */
  Optional<Message> answered(OwedAnswer owed);

  /** What the audit log says came of it: {@code done}, or the word of an error. */
  Optional<String> outcome(OwedAnswer owed);
}
