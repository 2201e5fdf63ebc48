package dev.muster.commands.chat.late;

import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.Message;

/** Brings an answer to whoever is owed one, on one platform. Blocking and thread-safe. */
public interface AnswerBearer {

  /** The name of the platform. */
  String platform();

  /** Throws {@link ChatException} when it could not be told. */
  void bear(OwedAnswer owed, Message answer);
}
