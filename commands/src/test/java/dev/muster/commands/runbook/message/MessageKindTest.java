package dev.muster.commands.runbook.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Reconciled;
import dev.muster.runbooks.run.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageKindTest implements Announcements {

  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final Optional<Attempt.Place> CHANNEL =
      Optional.of(new Attempt.Place("ops", Optional.empty()));
  private static final Optional<Attempt.Place> THREAD =
      Optional.of(new Attempt.Place("incidents", Optional.of(42L)));

  private final Map<String, Announcement> said = new LinkedHashMap<>();
  private final MessageKind kind = new MessageKind(this, () -> NOW);
  private boolean isAway;

  @Test
  void says_it_in_the_thread_of_the_runs_incident() {
    var outcome = kind.act(attempt(Map.of("text", "All is calm.\nReally."), THREAD));

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Done(Map.of("to", "the thread of #42"), "said in the thread of #42"));
    var announcement = said.get("run-7/steps.0");
    assertThat(announcement).isNotNull();
    assertThat(announcement.to()).isEqualTo(new Addressee.Thread(new IncidentId(42)));
    assertThat(announcement.message().fallback()).isEqualTo("All is calm.");
    assertThat(announcement.message().blocks()).hasSize(2);
  }

  @Test
  void says_it_in_the_runs_channel_or_in_one_that_is_named() {
    kind.act(attempt(Map.of("text", "Hello"), CHANNEL));
    assertThat(said.get("run-7/steps.0").to()).isEqualTo(new Addressee.Channel("ops"));

    said.clear();
    kind.act(attempt(Map.of("text", "Hello", "to", "channel:incidents"), CHANNEL));
    assertThat(said.get("run-7/steps.0").to()).isEqualTo(new Addressee.Channel("incidents"));
  }

  @Test
  void nobody_to_say_it_to_is_a_failure_that_says_what_to_write() {
    assertThat(words(kind.act(attempt(Map.of("text", "Hello"), Optional.empty()))))
        .isEqualTo("the run talks nowhere; write `to: channel:NAME` beside the text");
    assertThat(words(kind.act(attempt(Map.of("text", "Hello", "to", "ops"), CHANNEL))))
        .startsWith("`ops` is nobody; write `channel:NAME`");
    assertThat(words(kind.act(attempt(Map.of("text", "Hello", "to", "channel:gone"), CHANNEL))))
        .isEqualTo("no such channel");
    assertThat(said).isEmpty();
  }

  @Test
  void who_is_nobody_is_told_before_it_runs() {
    assertThat(kind.hindrance(new Arguments(Map.of("text", "Hello", "to", "ops"))))
        .hasValueSatisfying(it -> assertThat(it).startsWith("`ops` is nobody;"));
    assertThat(kind.hindrance(new Arguments(Map.of("text", "Hello", "to", "channel:gone"))))
        .contains("no such channel");
    assertThat(kind.hindrance(new Arguments(Map.of("text", "Hello", "to", "channel:ops"))))
        .isEmpty();
    assertThat(kind.hindrance(new Arguments(Map.of("text", "Hello")))).isEmpty();
  }

  @Test
  void only_whoever_follows_the_run_hears_of_what_only_reads() {
    assertThat(kind.effect(new Arguments(Map.of("text", "Hello")))).isEqualTo(Effect.READS);
    assertThat(kind.effect(new Arguments(Map.of("text", "Hello", "to", "channel:all"))))
        .isEqualTo(Effect.CHANGES);
    assertThat(kind.actsInDryRun(new Arguments(Map.of("text", "Hello")))).isFalse();
  }

  @Test
  void a_crash_is_settled_by_what_is_kept() {
    var attempt = attempt(Map.of("text", "Hello"), CHANNEL);
    assertThat(kind.reconcile(attempt)).isInstanceOf(Reconciled.DidNot.class);

    kind.act(attempt);

    assertThat(kind.reconcile(attempt)).isInstanceOf(Reconciled.Happened.class);
  }

  @Test
  void a_database_that_is_away_is_waited_for() {
    isAway = true;

    assertThat(kind.act(attempt(Map.of("text", "Hello"), CHANNEL)))
        .isEqualTo(new Outcome.Again(NOW.plusSeconds(2), Map.of(), "waits for the database"));
  }

  private static String words(Outcome outcome) {
    return ((Outcome.Failed) outcome).words();
  }

  private static Attempt attempt(Map<String, Object> with, Optional<Attempt.Place> place) {
    return new Attempt(
        7,
        "tell",
        "run-7/steps.0",
        1,
        new Arguments(with),
        Map.of(),
        NOW,
        Duration.ofMinutes(1),
        _ -> {},
        place);
  }

  @Override
  public void say(Optional<RunId> run, String key, Announcement announcement) {
    said.putIfAbsent(key, announcement);
  }

  @Override
  public boolean isSaid(String key) {
    return said.containsKey(key);
  }

  @Override
  public boolean claim(Optional<RunId> run, String key) {
    return !said.containsKey(key);
  }

  @Override
  public Optional<String> hindrance(Addressee to) {
    if (isAway) {
      throw new StoreUnavailable("away", new IllegalStateException("away"));
    }
    return to.equals(new Addressee.Channel("gone"))
        ? Optional.of("no such channel")
        : Optional.empty();
  }
}
