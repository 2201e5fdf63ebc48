package dev.muster.integrations.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.awaitility.core.ConditionFactory;

/**
 * A chat that keeps its messages in memory and on which any unexpected or repeated message fails
 * the test. A test takes the messages that it expects with {@code next…} and {@code awaitVersion},
 * which wait for them, and ends with {@link #assertNothingElse}.
 *
 * <p>A message is repeated when a key comes again, or an edit of the same version, although the
 * first call was answered: only after an answer that was lost may the bot ask again, and then it
 * finds what it had posted, having said that it is a repeat. Thread-safe.
 */
public final class FakeChat implements Chat {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String platform;
  private final Mood mood = new Mood();
  private final Map<PostRef, Sent> shown = new HashMap<>();
  private final Map<String, Sent> byKey = new HashMap<>();
  private final Map<PostRef, Integer> edits = new HashMap<>();
  private final Set<String> unsure = new HashSet<>();
  private final List<Sent> unexpected = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  public FakeChat(String platform) {
    this.platform = platform;
  }

  /** What kind of message was sent. */
  public enum Kind {
    POST,
    EDIT,
    REPLY
  }

  /**
   * A message.
   *
   * @param place the channel of a post, or the root of a reply or an edit
   */
  public record Sent(
      Kind kind, String place, String key, long version, Message message, PostRef ref) {
    public String text() {
      return message.fallback();
    }
  }

  /** The next calls are refused, and nothing is done. */
  public void refuseNext(int calls) {
    mood.refuseNext(calls);
  }

  /** The next calls are carried out, but their answers are lost on the way. */
  public void loseNextAnswers(int calls) {
    mood.loseNextAnswers(calls);
  }

  /** Every call stops before the gate until it is opened; those that came through go on. */
  public void holdAt(Gate gate) {
    mood.holdAt(gate);
  }

  /** Every call takes so long. */
  public void slowDown(Duration each) {
    mood.slowDown(each);
  }

  @Override
  public String platform() {
    return platform;
  }

  @Override
  public PostRef post(String channel, Once once, long version, Message message) {
    mood.beforeCall();
    requireLook(once);
    return send(Kind.POST, channel, once.key(), version, message);
  }

  @Override
  public PostRef reply(PostRef root, Once once, Message message) {
    mood.beforeCall();
    requireKnown(root);
    requireLook(once);
    return send(Kind.REPLY, root.message(), once.key(), 1, message);
  }

  @Override
  public void edit(PostRef post, long version, Message message) {
    mood.beforeCall();
    change(requireKnown(post), version, message);
  }

  /** Waits for a post in a channel that nobody has expected yet. */
  public Sent nextPost(String channel) {
    return next(sent -> sent.kind() == Kind.POST && sent.place().equals(channel), "post");
  }

  /** Waits for a reply that nobody has expected yet. */
  public Sent nextReply(PostRef root) {
    return next(sent -> sent.kind() == Kind.REPLY && sent.place().equals(root.message()), "reply");
  }

  /** Waits until a post shows a version, by however many edits. */
  public Sent awaitVersion(PostRef post, long version) {
    patiently("version " + version)
        .untilAsserted(() -> assertThat(shown(post).version()).isEqualTo(version));
    synchronized (this) {
      unexpected.removeIf(sent -> sent.kind() == Kind.EDIT && sent.ref().equals(post));
      return shown(post);
    }
  }

  /** What a post shows now. */
  public synchronized Sent shown(PostRef post) {
    return Optional.ofNullable(shown.get(post)).orElseThrow();
  }

  /** How often a post was edited. */
  public synchronized int edits(PostRef post) {
    return edits.getOrDefault(post, 0);
  }

  /** Fails when there was a message that nobody expected, or one too many. */
  public synchronized void assertNothingElse() {
    assertThat(faults).as("faults").isEmpty();
    assertThat(unexpected).as("unexpected messages").isEmpty();
  }

  private static ConditionFactory patiently(String what) {
    return await(what)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10));
  }

  private Sent next(Predicate<Sent> wanted, String what) {
    patiently(what).until(() -> find(wanted).isPresent());
    synchronized (this) {
      var found = find(wanted).orElseThrow();
      unexpected.remove(found);
      return found;
    }
  }

  private synchronized Optional<Sent> find(Predicate<Sent> wanted) {
    return unexpected.stream().filter(wanted).findFirst();
  }

  private synchronized PostRef send(
      Kind kind, String place, String key, long version, Message message) {
    var known = byKey.get(key);
    if (known == null) {
      var ref = new PostRef(platform, place, "m" + (byKey.size() + 1));
      known = new Sent(kind, place, key, version, message, ref);
      show(known);
    } else if (!unsure.remove(key) || known.kind() != kind || !known.place().equals(place)) {
      fault("sent again: " + kind + " " + key + " in " + place);
    } else if (version > known.version()) {
      show(new Sent(kind, place, key, version, message, known.ref()));
    }
    answer(key);
    return known.ref();
  }

  private synchronized void change(Sent before, long version, Message message) {
    var key = before.key() + " version " + version;
    if (version < before.version()) {
      fault("older edit: version " + version + " after " + before.version());
    } else if (version == before.version() && !unsure.remove(key)) {
      fault("edited again: " + key);
    }
    var edited = new Sent(Kind.EDIT, before.place(), before.key(), version, message, before.ref());
    show(edited);
    edits.merge(before.ref(), 1, Integer::sum);
    answer(key);
  }

  private void show(Sent sent) {
    shown.put(sent.ref(), sent);
    if (sent.kind() != Kind.EDIT) {
      byKey.put(sent.key(), sent);
      unexpected.removeIf(before -> before.ref().equals(sent.ref()));
    }
    unexpected.add(sent);
  }

  private synchronized Sent requireKnown(PostRef post) {
    return Optional.ofNullable(shown.get(post))
        .orElseThrow(() -> {
          fault("no such post: " + post);
          return new ChatException("message_not_found", null);
        });
  }

  /** A platform that knows no keys would say it twice. */
  private synchronized void requireLook(Once once) {
    if (byKey.containsKey(once.key()) && !once.isRepeat()) {
      fault("sent again as if for the first time: " + once.key());
    }
  }

  private void answer(String key) {
    if (mood.losesAnswer()) {
      unsure.add(key);
      throw new ChatException("the answer was lost", null);
    }
  }

  private void fault(String what) {
    faults.add(what);
  }
}
