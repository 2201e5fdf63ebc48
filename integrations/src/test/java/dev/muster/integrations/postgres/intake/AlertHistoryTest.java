package dev.muster.integrations.postgres.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.search.SearchWords;
import dev.muster.commands.intake.history.Alert;
import dev.muster.commands.intake.history.AlertFilter;
import dev.muster.commands.store.PageRequest;
import dev.muster.integrations.postgres.lists.TitleWords;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What came in can be listed and read back, byte for byte. */
class AlertHistoryTest {
  private static final AlertFilter ALL =
      new AlertFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final PostgresAlertHistory alerts = new PostgresAlertHistory(replica.database());

  @AfterEach
  void close() {
    replica.close();
  }

  private void fire(String title) {
    replica.intake().take(List.of(Webhooks.firing(title, clock.instant(), clock.instant())));
  }

  private List<String> titles(AlertFilter filter) {
    return alerts.list(filter, PageRequest.first(50)).items().stream().map(Alert::title).toList();
  }

  private static AlertFilter filter(
      Optional<AlertStatus> status, Optional<String> fingerprint, Optional<Instant> since) {
    return new AlertFilter(status, Optional.empty(), fingerprint, since, Optional.empty());
  }

  @Test
  void an_alert_is_found_by_words_of_its_title_once_however_often_it_fired() {
    fire("redis_down");
    var now = clock.instant();
    replica.intake().take(List.of(Webhooks.resolved("redis_down", now, now, now)));
    clock.advance(Duration.ofHours(2));
    fire("redis_down");
    clock.advance(Duration.ofMinutes(1));
    fire("Slow redis");

    assertThat(found("REDIS", 10)).containsExactly("Slow redis", "redis_down");
    assertThat(found("down re", 10)).containsExactly("redis_down");
    assertThat(found("redis", 1)).containsExactly("Slow redis");
    assertThat(found("down slow", 10)).isEmpty();
    assertThat(found("' | !", 10)).isEmpty();
    var last = alerts.titled(SearchWords.of("down"), 1).getFirst();
    assertThat(alerts.numbered(last.id())).contains(last);
  }

  private List<String> found(String typed, int limit) {
    return alerts.titled(SearchWords.of(typed), limit).stream().map(Alert::title).toList();
  }

  @Test
  void the_search_reads_no_more_alerts_than_it_shows() {
    replica
        .database()
        .with(handle -> {
          handle.execute(
              """
              insert into episode (integration, dedup_key, alert_id, opened_at, firing, title)
              select 'prometheus', 'k' || n, n, now() - n * interval '1 second', false,
                case when n % 1000 = 0 then 'redis_down ' else 'cpu_high ' end || n
              from generate_series(1, 20000) as n
              """);
          handle.execute("analyze episode");
          return 0;
        });

    var plan = String.join("\n", plan("redis:*"));

    assertThat(plan).contains("episode_title_words").doesNotContain("Seq Scan on episode");
  }

  private List<String> plan(String words) {
    return replica
        .database()
        .with(handle ->
            handle
                .createQuery(
                    "explain select opened_at, alert_id from episode where "
                        + TitleWords.MATCH
                        + " order by opened_at desc, alert_id desc limit 50")
                .bind("query", words)
                .mapTo(String.class)
                .list());
  }

  @Test
  void alerts_are_paged_newest_first_also_within_one_millisecond() {
    for (var i = 0; i < 25; i++) {
      fire("alert " + i);
      if (i % 5 == 0) {
        clock.advance(Duration.ofSeconds(1));
      }
    }

    var seen = new ArrayList<String>();
    var page = alerts.list(ALL, PageRequest.first(10));
    page.items().forEach(alert -> seen.add(alert.title()));
    while (page.nextCursor().isPresent()) {
      page = alerts.list(ALL, new PageRequest(10, page.nextCursor()));
      page.items().forEach(alert -> seen.add(alert.title()));
    }

    assertThat(seen).hasSize(25).doesNotHaveDuplicates().startsWith("alert 24");
  }

  @Test
  void each_filter_of_alerts_leaves_only_what_it_names() {
    fire("cpu");
    clock.advance(Duration.ofMinutes(1));
    fire("disk");
    var now = clock.instant();
    replica.intake().take(List.of(Webhooks.resolved("disk", now, now, now)));

    assertThat(titles(ALL)).containsExactly("disk", "cpu");
    assertThat(titles(filter(Optional.of(AlertStatus.FIRING), Optional.empty(), Optional.empty())))
        .containsExactly("cpu");
    assertThat(titles(filter(Optional.empty(), Optional.of("disk"), Optional.empty())))
        .containsExactly("disk");
    assertThat(titles(filter(Optional.empty(), Optional.empty(), Optional.of(now))))
        .containsExactly("disk");
    assertThat(titles(AlertFilter.of(new IncidentId(1)))).containsExactly("cpu");
  }

  @Test
  void what_fires_is_counted_and_found_by_its_number() {
    fire("cpu");
    clock.advance(Duration.ofSeconds(1));
    fire("disk");
    var firing = ALL.withStatus(Optional.of(AlertStatus.FIRING));

    var worst = alerts.worstFirst(firing, 0, 1);

    assertThat(worst.total()).isEqualTo(2);
    assertThat(worst.items()).extracting(Alert::title).containsExactly("cpu");
    assertThat(alerts.worstFirst(firing, 1, 9).items())
        .extracting(Alert::title)
        .containsExactly("disk");
    assertThat(alerts.worstFirst(firing.withSeverity("none"), 0, 9).total()).isZero();
    var cpu = worst.items().getFirst();
    assertThat(alerts.numbered(cpu.id())).contains(cpu);
    assertThat(alerts.numbered(cpu.id() + 1_000)).isEmpty();
  }

  @Test
  void a_past_alert_is_found_by_its_number_without_reading_the_history() {
    fire("cpu");
    var now = clock.instant();
    replica.intake().take(List.of(Webhooks.resolved("cpu", now, now, now)));
    var past = alerts.list(ALL, PageRequest.first(1)).items().getFirst();

    assertThat(past.status()).isEqualTo("resolved");
    assertThat(past.level()).isEqualTo(CanonicalSeverity.CRITICAL);
    assertThat(alerts.numbered(past.id())).contains(past);
    var plan =
        replica
            .database()
            .with(handle ->
                handle
                    .createQuery("explain select * from alert where id = 7")
                    .mapTo(String.class)
                    .list());
    assertThat(String.join("\n", plan)).contains("Index Cond: (id = 7)");
  }
}
