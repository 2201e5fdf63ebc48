package dev.muster.integrations.postgres.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.AuditEntry;
import dev.muster.commands.chat.Place;
import dev.muster.integrations.postgres.chat.PostgresAuditLog;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionsTest {

  private static final List<String> TABLES =
      List.of("alert", "delivery", "timeline_entry", "audit_entry");

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final Partitions partitions = new Partitions(replica.database());

  @AfterEach
  void close() {
    replica.close();
  }

  private void leaveARowInEachTable() {
    var now = clock.instant();
    replica.intake().take(List.of(Webhooks.firing("cpu " + now, now, now)));
    new PostgresAuditLog(replica.database())
        .record(
            new AuditEntry(
                now,
                "devops",
                new Place("web", "incidents", Optional.empty()),
                "help",
                "done",
                "r1",
                Optional.empty()));
  }

  private List<String> partitionsWithRows(String table) {
    return replica
        .database()
        .with(handle ->
            handle
                .select("select distinct tableoid::regclass::text from " + table)
                .mapTo(String.class)
                .list());
  }

  @Test
  void rows_land_in_the_partitions_of_their_time_and_not_in_the_default() {
    partitions.ensure(clock.instant());

    leaveARowInEachTable();

    assertThat(partitionsWithRows("delivery")).containsExactly("delivery_p20260404");
    assertThat(partitionsWithRows("alert")).containsExactly("alert_p202604");
    assertThat(partitionsWithRows("timeline_entry")).containsExactly("timeline_entry_p202604");
    assertThat(partitionsWithRows("audit_entry")).containsExactly("audit_entry_p202604");
  }

  @Test
  void three_days_and_three_months_ahead_are_ready() {
    partitions.ensure(clock.instant());

    clock.advance(Duration.ofDays(3));
    leaveARowInEachTable();

    assertThat(TABLES)
        .allSatisfy(
            table -> assertThat(partitionsWithRows(table)).doesNotContain(table + "_default"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-12-31T23:59:59Z", "2028-02-29T00:00:00Z", "2026-01-31T12:00:00Z"})
  void the_ends_of_months_and_years_are_no_trouble(Instant now) {
    clock.advance(Duration.between(clock.instant(), now));
    partitions.ensure(now);

    leaveARowInEachTable();

    assertThat(TABLES)
        .allSatisfy(
            table -> assertThat(partitionsWithRows(table)).doesNotContain(table + "_default"));
  }

  @Test
  void making_them_again_makes_none() {
    partitions.ensure(clock.instant());
    var before = replica.count("select count(*) from pg_inherits");

    partitions.ensure(clock.instant());

    assertThat(replica.count("select count(*) from pg_inherits")).isEqualTo(before);
  }

  @Test
  void two_replicas_may_make_them_at_once() throws Exception {
    try (var other = replica.sibling();
        var executor = Executors.newFixedThreadPool(2)) {
      Callable<Boolean> one = () -> ensured(partitions);
      Callable<Boolean> two = () -> ensured(new Partitions(other.database()));

      for (var answer : executor.invokeAll(List.of(one, two))) {
        assertThat(answer.get()).isTrue();
      }
    }
  }

  @Test
  void rows_that_came_before_their_partition_are_moved_to_it() {
    leaveARowInEachTable();

    var failed = partitions.ensure(clock.instant());

    assertThat(failed).isEmpty();
    assertThat(partitionsWithRows("delivery")).containsExactly("delivery_p20260404");
    assertThat(partitionsWithRows("alert")).containsExactly("alert_p202604");
    assertThat(partitionsWithRows("timeline_entry")).containsExactly("timeline_entry_p202604");
    assertThat(partitionsWithRows("audit_entry")).containsExactly("audit_entry_p202604");
    clock.advance(Duration.ofHours(1));
    leaveARowInEachTable();
    assertThat(replica.count("select count(*) from alert_p202604")).isEqualTo(2);
  }

  @Test
  void one_that_cannot_be_made_is_told_and_keeps_no_other_away() {
    replica.database().with(handle -> handle.execute("drop table delivery_default cascade"));
    replica.database().with(handle -> handle.execute("create view delivery_default as select 1"));

    var failed = partitions.ensure(clock.instant());

    assertThat(failed).hasSize(4).allMatch(name -> name.startsWith("delivery_p"));
    assertThat(replica.count("select count(*) from pg_class where relname = 'audit_entry_p202604'"))
        .isEqualTo(1);
  }

  private boolean ensured(Partitions some) {
    return some.ensure(clock.instant()).isEmpty();
  }
}
