package dev.muster.integrations.slack.fake.people;

import dev.muster.integrations.slack.fake.model.Channel;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** A channel as a test sees it: what came to it is read and taken here. */
public final class Place {

  private final Desk desk;
  private final Channel channel;

  public Place(Desk desk, Channel channel) {
    this.desk = desk;
    this.channel = channel;
  }

  public String id() {
    return channel.id();
  }

  public String name() {
    return channel.name();
  }

  Channel channel() {
    return channel;
  }

  /** The next message that is in no thread. */
  public Post takeMessage() {
    return take("a message", it -> it.threadTs().isEmpty());
  }

  public Post takeMessage(String words) {
    return take("a message with " + words, it -> it.threadTs().isEmpty() && it.says(words));
  }

  /** The next reply in any thread here. */
  public Post takeReply(String words) {
    return take("a reply with " + words, it -> !it.threadTs().isEmpty() && it.says(words));
  }

  private Post take(String words, Predicate<Entry> which) {
    var entry =
        desk.ledger()
            .take(
                words + " in " + name(),
                it -> it.is(Kind.MESSAGE) && it.isIn(id()) && which.test(it));
    return new Post(desk, entry);
  }

  /** Root posts are projections: how often they are edited matters to nobody. */
  public void anyNumberOfEdits() {
    desk.ledger().allow(it -> it.is(Kind.EDIT) && it.isIn(id()));
  }

  /** Messages as they stand now, oldest first, people's too. */
  public List<ObjectNode> messages() {
    synchronized (desk.ledger()) {
      return channel.messages().stream().map(it -> it.toJson(true)).toList();
    }
  }

  public String topic() {
    return channel.topic();
  }

  public Set<String> members() {
    synchronized (desk.ledger()) {
      return Set.copyOf(channel.members());
    }
  }

  public boolean isArchived() {
    return channel.isArchived();
  }

  public Place with(Person person) {
    return with(person.id());
  }

  /** Puts somebody in without a word to the app. */
  public Place with(String user) {
    synchronized (desk.ledger()) {
      channel.members().add(user);
    }
    return this;
  }

  public Place without(String user) {
    synchronized (desk.ledger()) {
      channel.members().remove(user);
    }
    return this;
  }

  /** Archives it without a word to the app. */
  public Place archived() {
    synchronized (desk.ledger()) {
      channel.archive();
    }
    return this;
  }

  /** A person unarchives it, without a word to the app. */
  public Place unarchived() {
    synchronized (desk.ledger()) {
      channel.unarchive();
    }
    return this;
  }

  /** The links at its top. */
  public List<String> bookmarks() {
    synchronized (desk.ledger()) {
      return channel.bookmarks().stream().map(it -> Json.text(it, "link")).toList();
    }
  }

  /** The messages that are kept in sight. */
  public Set<String> pins() {
    synchronized (desk.ledger()) {
      return Set.copyOf(channel.pins());
    }
  }

  /** Deletes a message behind the app's back. */
  public void lose(Post post) {
    synchronized (desk.ledger()) {
      channel.message(post.ts()).ifPresent(channel::remove);
    }
  }
}
