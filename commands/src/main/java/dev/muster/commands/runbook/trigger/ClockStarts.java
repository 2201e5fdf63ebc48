package dev.muster.commands.runbook.trigger;

import dev.muster.commands.chat.Message;
import dev.muster.commands.runbook.card.Freshness;
import dev.muster.commands.runbook.message.Addressee;
import dev.muster.commands.runbook.message.Announcement;
import dev.muster.commands.runbook.trigger.ClockStore.Standing;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.commands.store.Transactions;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.start.Request;
import dev.muster.runbooks.start.Started;
import dev.muster.runbooks.start.Starts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Starts what the clock starts. The start and the next time are kept in one transaction under the
 * schedule's lock: each tick starts one run over all replicas and crashes. Ticks that nobody was
 * there for come once, late, and are said to. Thread-safe.
 */
public final class ClockStarts {

  /** New schedules are seen within this time. */
  private static final Duration LOOK = Duration.ofSeconds(15);

  private final Supplier<List<Clocked>> schedules;
  private final Supplier<String> notices;
  private final Transactions transactions;
  private final TriggerMeans means;
  private final ClockStore store;

  /**
   * Over the connections of the means.
   *
   * @param notices the channel for what belongs to no other
   */
  public ClockStarts(
      Supplier<List<Clocked>> schedules,
      Supplier<String> notices,
      Transactions transactions,
      TriggerMeans means,
      ClockStore store) {
    this.schedules = schedules;
    this.notices = notices;
    this.transactions = transactions;
    this.means = means;
    this.store = store;
  }

  /** Starts what is due. One that breaks keeps no other from starting. */
  public void turn() {
    var all = schedules.get();
    Optional<RuntimeException> broken = Optional.empty();
    for (var one : all) {
      try {
        transactions.inTransaction(() -> {
          turn(one);
          return one;
        });
      } catch (StoreUnavailable away) {
        throw away;
      } catch (RuntimeException e) {
        broken = Optional.of(e);
      }
    }
    store.keep(all.stream().map(Clocked::key).toList(), now());
    broken.ifPresent(e -> {
      throw e;
    });
  }

  /** When there is something to look at again. */
  public Instant next() {
    var latest = now().plus(LOOK);
    return store.next().filter(at -> at.isBefore(latest)).orElse(latest);
  }

  private void turn(Clocked one) {
    var now = now();
    var known = store.lock(one.key()).filter(standing -> !standing.isGone());
    if (known.isEmpty() || known.get().next().isEmpty()) {
      begin(one, known, now);
      return;
    }
    var standing = known.get();
    var due = standing.next().get();
    if (!now.isBefore(due)) {
      due(one, standing, due, now);
    } else if (one.ticks().after(due.minusMillis(1)).isEmpty()) {
      ended(one, standing.at(Optional.empty()));
    }
  }

  private void begin(Clocked one, Optional<Standing> known, Instant now) {
    var next = one.ticks().after(now);
    if (known.isEmpty() || next.isPresent()) {
      store.put(known.map(it -> it.at(next)).orElseGet(() -> Standing.begin(one.key(), next)));
    }
  }

  private void due(Clocked one, Standing standing, Instant due, Instant now) {
    var following = one.ticks().after(now);
    if (standing.pause().isPresent()) {
      store.put(standing.at(following));
      return;
    }
    var channel = channel(one);
    var started = start(one, channel);
    var run = started.begun();
    var ticked = standing.ticked(now, run, following);
    store.put(ticked);
    new ClockWords(one, Freshness.of(means.runs(), means.zone().get()))
        .of(started, due, now)
        .ifPresent(words -> say(channel, key("tick", one, due.toString()), words));
    if (following.isEmpty()) {
      ended(one, ticked);
    }
  }

  private Started start(Clocked one, String channel) {
    var vars = means.runs().surroundings().vars();
    return new Starts(means.runs())
        .start(
            new Request(
                one.runbook().name(),
                TriggerInputs.of(one.time().inputs(), Map.of(), vars),
                new Who("clock:" + one.runbook().name(), "The clock"),
                Mode.REAL,
                Map.of(),
                Optional.of(new Attempt.Place(channel, Optional.empty()))));
  }

  private void ended(Clocked one, Standing standing) {
    store.put(standing);
    var until = one.time().until().map(LocalDate::toString).orElse("");
    var words = new ClockWords(one, Freshness.of(means.runs(), means.zone().get())).ended();
    say(channel(one), key("ended", one, until), words);
  }

  /** Where its runs talk, if that is still there. */
  private String channel(Clocked one) {
    return one.time()
        .channel()
        .filter(name -> means.announcements().hindrance(new Addressee.Channel(name)).isEmpty())
        .orElseGet(notices);
  }

  private void say(String channel, String key, Message message) {
    var to = new Addressee.Channel(channel);
    means.announcements().say(Optional.empty(), key, new Announcement(to, message));
  }

  private static String key(String what, Clocked one, String when) {
    return "%s:%s:%s:%s".formatted(what, one.key().runbook(), one.key().schedule(), when);
  }

  private Instant now() {
    return means.runs().clock().instant();
  }
}
