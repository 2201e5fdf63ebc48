package dev.muster.commands.chat;

import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the built-in chat shows and what people say in it. Blocking and thread-safe. */
public interface ChatHistory {

  /** The roots of a channel, newest first. */
  Page<ChatMessage> roots(String channel, PageRequest page);

  /** The newest root of each of these channels that has one, by the channel's name. */
  Map<String, Long> newest(List<String> channels);

  /** The answers to a root, oldest first, the latest {@code limit} of them. */
  List<ChatMessage> thread(long root, int limit);

  Optional<ChatMessage> find(long id);

  /** Keeps what somebody says, in a channel or, with a thread, as an answer. Plain text. */
  ChatMessage say(Invocation invocation);
}
