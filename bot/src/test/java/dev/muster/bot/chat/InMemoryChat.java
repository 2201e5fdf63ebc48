package dev.muster.bot.chat;

import dev.muster.bot.page.Visit;
import dev.muster.commands.chat.ChatHistory;
import dev.muster.commands.chat.ChatMessage;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.LiveUpdates;
import dev.muster.commands.chat.Message;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.store.StoreUnavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The built-in chat's messages without a database; it can be told to be away. */
public final class InMemoryChat implements ChatHistory, LiveUpdates {

  private final TreeMap<Long, ChatMessage> messages = new TreeMap<>();
  private final Set<Consumer<Update>> listeners = ConcurrentHashMap.newKeySet();
  private final InstantSource clock;
  private volatile Optional<StoreUnavailable> away = Optional.empty();

  InMemoryChat(InstantSource clock) {
    this.clock = clock;
  }

  void isAway(boolean isAway) {
    away =
        isAway ? Optional.of(new StoreUnavailable("the database is away", null)) : Optional.empty();
  }

  void isLostDuringCommits() {
    away = Optional.of(StoreUnavailable.duringCommit(null));
  }

  int listeners() {
    return listeners.size();
  }

  @Override
  public synchronized Page<ChatMessage> roots(String channel, PageRequest page) {
    check();
    var before = page.after(Visit::number).orElse(Long.MAX_VALUE);
    var found =
        messages.headMap(before, false).descendingMap().values().stream()
            .filter(message -> message.thread().isEmpty() && message.channel().equals(channel))
            .limit(page.limit() + 1L)
            .toList();
    return found.size() <= page.limit()
        ? new Page<>(found, Optional.empty())
        : new Page<>(
            found.subList(0, page.limit()),
            Optional.of(Long.toString(found.get(page.limit() - 1).id())));
  }

  @Override
  public Map<String, Long> newest(List<String> channels) {
    var newest = new HashMap<String, Long>();
    for (var channel : channels) {
      roots(channel, PageRequest.first(1)).items().forEach(root -> newest.put(channel, root.id()));
    }
    return newest;
  }

  @Override
  public synchronized List<ChatMessage> thread(long root, int limit) {
    check();
    var replies = messages.values().stream().filter(reply -> isUnder(reply, root)).toList();
    return replies.subList(Math.max(0, replies.size() - limit), replies.size());
  }

  @Override
  public synchronized Optional<ChatMessage> find(long id) {
    check();
    return Optional.ofNullable(messages.get(id));
  }

  @Override
  public ChatMessage say(Invocation invocation) {
    check();
    var thread = invocation.place().thread().map(Long::valueOf);
    var author = Optional.of(invocation.actor().id().value());
    return add(
        invocation.place().channel(),
        thread,
        author,
        Message.of(invocation.text()),
        clock.instant());
  }

  public long post(String channel, Message message) {
    return add(channel, Optional.empty(), Optional.empty(), message, clock.instant()).id();
  }

  long reply(long root, Message message) {
    var channel = find(root).orElseThrow().channel();
    return add(channel, Optional.of(root), Optional.empty(), message, clock.instant()).id();
  }

  synchronized void edit(long id, Message message) {
    var old = messages.get(id);
    put(
        new ChatMessage(
            id,
            old.channel(),
            old.thread(),
            old.author(),
            message,
            old.postedAt(),
            Optional.of(clock.instant()),
            old.replies()));
  }

  private synchronized ChatMessage add(
      String channel, Optional<Long> thread, Optional<String> author, Message text, Instant at) {
    var id = messages.isEmpty() ? 1 : messages.lastKey() + 1;
    var message = new ChatMessage(id, channel, thread, author, text, at, Optional.empty(), 0);
    put(message);
    thread.map(messages::get).ifPresent(root -> messages.put(root.id(), answered(root)));
    return message;
  }

  private static ChatMessage answered(ChatMessage root) {
    return new ChatMessage(
        root.id(),
        root.channel(),
        root.thread(),
        root.author(),
        root.message(),
        root.postedAt(),
        root.editedAt(),
        root.replies() + 1);
  }

  private void put(ChatMessage message) {
    messages.put(message.id(), message);
    tell(new Update.MessageChanged(message.channel(), message.id(), message.thread()));
  }

  void tell(Update update) {
    listeners.forEach(listener -> listener.accept(update));
  }

  @Override
  public Subscription subscribe(Consumer<Update> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private static boolean isUnder(ChatMessage reply, long root) {
    return reply.thread().equals(Optional.of(root));
  }

  private void check() {
    away.ifPresent(how -> {
      throw how;
    });
  }
}
