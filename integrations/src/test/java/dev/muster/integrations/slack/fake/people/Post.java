package dev.muster.integrations.slack.fake.people;

import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.model.Message;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Kind;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A message that the app posted, as it came and as it stands now. */
public final class Post {

  private final Desk desk;
  private final Entry entry;

  Post(Desk desk, Entry entry) {
    this.desk = desk;
    this.entry = entry;
  }

  public String ts() {
    return entry.ts();
  }

  public String channelId() {
    return entry.where();
  }

  /** As it came. */
  public String text() {
    return entry.text();
  }

  public String threadTs() {
    return entry.threadTs();
  }

  /** As it came, with blocks and metadata. */
  public ObjectNode body() {
    return entry.body();
  }

  public JsonNode metadata() {
    return entry.body().path("metadata");
  }

  public boolean says(String words) {
    return entry.says(words);
  }

  /** As {@link #now}, as text. */
  public String shown() {
    return now().toString();
  }

  /** As it stands now; an ephemeral one is only known as it came. */
  public ObjectNode now() {
    synchronized (desk.ledger()) {
      return message().map(it -> it.toJson(true)).orElseGet(entry::body);
    }
  }

  /** Waits until the message, as it stands, has these words. */
  public void awaitWords(String words) {
    desk.ledger()
        .await("\"" + words + "\" in the message " + ts(), () -> now().toString().contains(words));
  }

  public Post takeReply() {
    return takeReply("");
  }

  /** The next reply in its thread. */
  public Post takeReply(String words) {
    var taken =
        desk.ledger()
            .take(
                "a reply to " + ts() + " with \"" + words + "\"",
                it -> it.is(Kind.MESSAGE) && isInThread(it) && it.says(words));
    return new Post(desk, taken);
  }

  /** The next edit of it. */
  public Post takeEdit() {
    return new Post(desk, desk.ledger().take("an edit of " + ts(), this::isEdit));
  }

  /** Its edits need not be taken one by one. */
  public Post anyNumberOfEdits() {
    desk.ledger().allow(this::isEdit);
    return this;
  }

  /** What somebody has on the screen, whatever becomes of the message. */
  public record Seen(Post post, ObjectNode message) {}

  public Seen seen() {
    return new Seen(this, now());
  }

  /** How often it was edited. */
  public long edits() {
    return desk.ledger().entries().stream().filter(this::isEdit).count();
  }

  public void takeDeletion() {
    desk.ledger()
        .take(
            "the deletion of " + ts(),
            it -> it.is(Kind.DELETION) && it.isIn(channelId()) && it.ts().equals(ts()));
  }

  boolean isEphemeral() {
    return entry.is(Kind.EPHEMERAL);
  }

  Optional<Message> message() {
    return Optional.ofNullable(desk.workspace().channels().get(channelId()))
        .flatMap(it -> it.message(ts()));
  }

  private boolean isEdit(Entry other) {
    return other.is(Kind.EDIT) && other.isIn(channelId()) && other.ts().equals(ts());
  }

  private boolean isInThread(Entry other) {
    return other.isIn(channelId()) && other.threadTs().equals(ts());
  }

  @Override
  public String toString() {
    return Json.text(entry.body(), "text") + " (" + ts() + ")";
  }
}
