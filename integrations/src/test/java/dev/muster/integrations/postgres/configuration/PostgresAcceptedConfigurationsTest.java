package dev.muster.integrations.postgres.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.configuration.Accepted;
import dev.muster.commands.configuration.Proposal;
import dev.muster.commands.oncall.Layer;
import dev.muster.commands.oncall.Rotation;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.Turn;
import dev.muster.commands.oncall.history.ScheduleVersion;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresAcceptedConfigurationsTest {

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final PostgresAcceptedConfigurations accepted =
      new PostgresAcceptedConfigurations(replica.database(), clock);
  private final PostgresScheduleVersions versions =
      new PostgresScheduleVersions(replica.database());

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void what_was_accepted_last_is_found_again_as_it_was() {
    assertThat(accepted.latest()).isEmpty();
    assertThat(accepted.latestVersion()).isZero();
    var files = Map.of("muster.yaml", "name: \"Zoë\"\n# \\u0000 \t 🙂\n", "conf.d/a.yaml", "");
    accepted.accept(new Proposal("one", Map.of(), List.of(), "a"), 0);
    clock.advance(Duration.ofMinutes(5));
    accepted.accept(new Proposal("two", files, List.of(), "b"), 1);

    assertThat(accepted.latest()).contains(new Accepted(2, "two", files, clock.instant(), "b"));
    assertThat(accepted.latestVersion()).isEqualTo(2);
    assertThat(accepted.wereAccepted("one")).isTrue();
    assertThat(accepted.wereAccepted("three")).isFalse();
  }

  @Test
  void who_proposes_after_an_old_version_changes_nothing() {
    accepted.accept(proposal("one"), 0);

    assertThat(accepted.accept(proposal("two"), 0)).isEmpty();
    assertThat(accepted.latest()).get().extracting(Accepted::hash).isEqualTo("one");
  }

  @Test
  void of_replicas_that_propose_at_once_one_wins() throws Exception {
    var proposals =
        List.of("a", "b", "c", "d").stream()
            .map(hash -> (Callable<Optional<Accepted>>) () -> accepted.accept(proposal(hash), 0))
            .toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var winners = 0;
      for (var answer : threads.invokeAll(proposals)) {
        winners += answer.get().isPresent() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    }
    assertThat(accepted.latestVersion()).isEqualTo(1);
  }

  @Test
  void what_is_accepted_later_is_in_force_later_however_clocks_differ() {
    var first = accepted.accept(proposal("one"), 0).orElseThrow();
    clock.advance(Duration.ofMinutes(-5));
    var second = accepted.accept(proposal("two"), 1).orElseThrow();

    assertThat(second.at()).isAfter(first.at());
  }

  @Test
  void a_schedule_has_a_version_for_each_of_its_changes_and_for_nothing_else() {
    var before = schedule("ann", "bob");
    var after = schedule("bob", "ann");
    accept(before);
    var begin = clock.instant();
    accept(before);
    accept(after);
    var change = clock.instant();
    accept();
    var end = clock.instant();
    accept(after);

    assertThat(versions.of("primary"))
        .containsExactly(
            new ScheduleVersion(begin, Optional.of(before)),
            new ScheduleVersion(change, Optional.of(after)),
            new ScheduleVersion(end, Optional.empty()),
            new ScheduleVersion(clock.instant(), Optional.of(after)));
    assertThat(versions.of("backup")).isEmpty();
  }

  /** Each a minute after the one before; the clock stands at the last. */
  private void accept(Schedule... schedules) {
    var after = accepted.latestVersion();
    if (after > 0) {
      clock.advance(Duration.ofMinutes(1));
    }
    var hash = Long.toString(after);
    accepted.accept(new Proposal(hash, Map.of(), Arrays.asList(schedules), "a"), after);
  }

  private static Proposal proposal(String hash) {
    return new Proposal(hash, Map.of("muster.yaml", hash), List.of(), "a");
  }

  private static Schedule schedule(String... people) {
    var turns = Arrays.stream(people).map(PersonId::new).toList();
    var rotation =
        new Rotation(new Turn(1, Turn.Unit.WEEK), LocalDateTime.parse("2024-12-02T00:00"));
    return new Schedule(
        "primary", ZoneId.of("Africa/Nairobi"), List.of(new Layer(rotation, turns, 3)));
  }
}
