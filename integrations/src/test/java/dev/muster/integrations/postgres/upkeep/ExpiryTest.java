package dev.muster.integrations.postgres.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.chat.AuditEntry;
import dev.muster.commands.chat.Place;
import dev.muster.commands.store.Retention;
import dev.muster.commands.store.Retention.Keep;
import dev.muster.integrations.postgres.chat.PostgresAuditLog;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpiryTest {

  private static final Duration A_YEAR_AND_A_MONTH = Duration.ofDays(400);

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final Expiry expiry = new Expiry(replica.database());
  private final Instant start = clock.instant();

  @BeforeEach
  void partitions() {
    assertThat(new Partitions(replica.database()).ensure(start)).isEmpty();
  }

  @AfterEach
  void close() {
    replica.close();
  }

  private void fire(String title) {
    replica.intake().take(List.of(Webhooks.firing(title, start, clock.instant())));
  }

  private void resolve(String title) {
    var now = clock.instant();
    replica.intake().take(List.of(Webhooks.resolved(title, start, now, now)));
  }

  private void join(String group, String title, AlertStatus status) {
    var now = clock.instant();
    var end = status == AlertStatus.RESOLVED ? Optional.of(now) : Optional.<Instant>empty();
    replica
        .intake()
        .take(List.of(Webhooks.of(group, Webhooks.event(title, status, start, end), now)));
  }

  private List<String> drop() {
    return expiry.drop(Retention.USUAL, clock.instant());
  }

  private List<String> column(String sql) {
    return replica.database().with(handle -> handle.select(sql).mapTo(String.class).list());
  }

  private List<String> partitionsOf(String table) {
    return column(
        "select inhrelid::regclass::text from pg_inherits where inhparent = '%s'::regclass order by 1"
            .formatted(table));
  }

  @Test
  void webhooks_go_after_a_week_a_day_at_a_time() {
    fire("cpu");
    clock.advance(Duration.ofDays(1));
    fire("cpu");
    clock.advance(Duration.ofDays(7));

    assertThat(drop()).isEmpty();

    assertThat(partitionsOf("delivery"))
        .doesNotContain("delivery_p20260404")
        .contains("delivery_p20260405");
    assertThat(replica.count("select count(*) from delivery")).isEqualTo(1);
    assertThat(replica.count("select count(*) from alert")).isEqualTo(1);
  }

  @Test
  void alerts_that_are_over_go_and_open_ones_stay() {
    fire("over");
    resolve("over");
    fire("open");
    clock.advance(A_YEAR_AND_A_MONTH);

    assertThat(drop()).isEmpty();

    assertThat(partitionsOf("alert")).doesNotContain("alert_p202604").contains("alert_default");
    assertThat(column("select title from alert")).containsExactly("open");
    assertThat(column("select dedup_key from episode")).hasSize(1);
  }

  @Test
  void an_open_alert_that_was_kept_still_counts_its_repeats_and_goes_once_it_is_over() {
    fire("open");
    clock.advance(A_YEAR_AND_A_MONTH);
    var _ = drop();

    fire("open");
    assertThat(column("select count from alert where status = 'firing'")).containsExactly("2");
    resolve("open");
    assertThat(column("select status from alert")).containsExactly("resolved");
    assertThat(drop()).isEmpty();

    assertThat(replica.count("select count(*) from alert")).isZero();
    assertThat(replica.count("select count(*) from episode")).isZero();
  }

  @Test
  void an_alert_that_told_nobody_and_was_kept_while_it_fired_goes_too() {
    fire("quiet");
    replica.database().with(handle -> handle.execute("update alert set incident_id = null"));
    clock.advance(A_YEAR_AND_A_MONTH);
    var _ = drop();
    assertThat(partitionsOf("alert")).doesNotContain("alert_p202604");
    assertThat(replica.count("select count(*) from alert")).isEqualTo(1);
    replica.database().with(handle -> handle.execute("update alert set status = 'resolved'"));

    assertThat(drop()).isEmpty();

    assertThat(replica.count("select count(*) from alert")).isZero();
  }

  @Test
  void an_open_incident_keeps_all_of_its_alerts() {
    join("disks", "one", AlertStatus.FIRING);
    join("disks", "two", AlertStatus.FIRING);
    join("disks", "one", AlertStatus.RESOLVED);
    clock.advance(A_YEAR_AND_A_MONTH);

    assertThat(drop()).isEmpty();

    assertThat(column("select title || ' ' || status from alert order by 1"))
        .containsExactly("one resolved", "two firing");
  }

  @Test
  void who_asked_for_what_is_kept_for_three_years() {
    new PostgresAuditLog(replica.database())
        .record(
            new AuditEntry(
                start,
                "devops",
                new Place("web", "incidents", Optional.empty()),
                "help",
                "done",
                "r1",
                Optional.empty()));
    clock.advance(A_YEAR_AND_A_MONTH);
    assertThat(drop()).isEmpty();
    assertThat(replica.count("select count(*) from audit_entry")).isEqualTo(1);

    clock.advance(A_YEAR_AND_A_MONTH.multipliedBy(2));
    assertThat(drop()).isEmpty();

    assertThat(replica.count("select count(*) from audit_entry")).isZero();
  }

  @Test
  void what_is_kept_for_ever_never_goes() {
    fire("over");
    resolve("over");
    clock.advance(Duration.ofDays(3650));
    var forever = new Keep.Forever();

    assertThat(expiry.drop(new Retention(forever, forever, forever, forever), clock.instant()))
        .isEmpty();

    assertThat(replica.count("select count(*) from delivery")).isEqualTo(2);
    assertThat(replica.count("select count(*) from alert")).isEqualTo(1);
  }

  @Test
  void a_table_that_somebody_holds_on_to_is_told_and_left_for_later() {
    fire("over");
    resolve("over");
    clock.advance(A_YEAR_AND_A_MONTH);
    try (var other = replica.sibling()) {
      var failed =
          other
              .database()
              .inTransaction(() -> {
                other.database().with(handle -> handle.execute("lock table alert in share mode"));
                return drop();
              });
      assertThat(failed).contains("alert_p202604");
    }

    assertThat(replica.count("select count(*) from delivery")).isZero();
    assertThat(drop()).isEmpty();
    assertThat(replica.count("select count(*) from alert")).isZero();
  }
}
