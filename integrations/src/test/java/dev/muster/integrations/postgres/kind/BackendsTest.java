package dev.muster.integrations.postgres.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.testing.Trial;
import dev.muster.runbooks.kind.Outcome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** Who holds up whom, who takes long, and how it ends. */
class BackendsTest {

  private static final Duration NO_TIME = Duration.ZERO;

  @TempDir private Path files;
  private Shop shop;
  private Trial steps;

  @BeforeEach
  void open() {
    shop = Shop.open();
    steps = shop.as("postgres", files);
    shop.execute(
        "create table stock (id int primary key, n int)",
        "insert into stock values (1, 1)",
        "grant all on stock to app");
  }

  @Test
  void who_blocks_is_found_and_ended_and_who_waited_goes_on() throws Exception {
    try (var holder = idleInTransaction();
        var waiter = shop.server().connect("app", shop.database())) {
      var waiting = inBackground(waiter, "update stock set n = 3 where id = 1");
      await().until(() -> blocked() == 1);
      var locks = steps.result("postgres/locks", Map.of());

      assertThat(locks).containsEntry("roots", List.of(pid(holder)));
      assertThat(Trial.list(locks, "blocked").getFirst())
          .containsEntry("pid", pid(waiter))
          .containsEntry("blockedBy", List.of(pid(holder)));
      var ended =
          steps.result(
              "postgres/terminate-backends",
              Map.of("pids", List.of(pid(holder)), "state", "any", "olderThan", NO_TIME));

      assertThat(Trial.list(ended, "ended")).extracting("pid").containsExactly(pid(holder));
      waiting.join();
      assertThat(shop.number("select n from stock")).isEqualTo(3);
    }
  }

  @Test
  void long_ones_are_listed_without_the_passwords_in_them() throws Exception {
    try (var busy = shop.server().connect("app", shop.database())) {
      var sql =
          "select pg_sleep(60), 'alter role x password ''hush-hush''' -- password 'hush-hush'";
      var running = inBackground(busy, sql);
      await().until(() -> running("pg_sleep(60)") == 1);

      var result = steps.result("postgres/long-queries", Map.of("olderThan", NO_TIME));

      assertThat(Trial.list(result, "queries"))
          .anySatisfy(it -> assertThat(it.get("query")).asString().contains("pg_sleep"));
      assertThat(result.toString() + steps.lines()).doesNotContain("hush-hush");
      var cancelled =
          steps.result(
              "postgres/terminate-backends",
              Map.of("state", "active", "olderThan", NO_TIME, "user", "app", "how", "cancel"));
      assertThat(cancelled).containsEntry("count", 1L);
      assertThat(running).failsWithin(Duration.ofSeconds(20));
      assertThat(busy.isValid(5)).isTrue();
    }
  }

  @Test
  void only_those_that_are_old_enough_and_nobody_of_ours_or_above_us() throws Exception {
    try (var young = idleInTransaction();
        var superuser = shop.server().connect("postgres", shop.database());
        var muster = shop.server().connect("app", shop.database())) {
      muster.setClientInfo("ApplicationName", "muster");
      var old = Map.<String, Object>of("state", "any", "olderThan", Duration.ofHours(1));
      var all = Map.<String, Object>of("state", "any", "olderThan", NO_TIME);

      assertThat(steps.result("postgres/terminate-backends", old)).containsEntry("count", 0L);
      assertThat(young.isValid(5)).isTrue();
      var result = steps.result("postgres/terminate-backends", all);

      assertThat(Trial.list(result, "ended")).extracting("pid").containsExactly(pid(young));
      assertThat(superuser.isValid(5)).isTrue();
      assertThat(muster.isValid(5)).isTrue();
    }
  }

  @Test
  void a_step_that_is_stopped_cancels_its_statement_at_the_server() throws Exception {
    var with =
        Map.<String, Object>of(
            "sql", "select pg_sleep(61)", "statementTimeout", Duration.ofHours(1));

    var outcome = steps.stopped("postgres/query", with, () -> running("pg_sleep(61)") == 1);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, it -> assertThat(it.code()).isEqualTo("stopped"));
    await().until(() -> running("pg_sleep(61)") == 0);
  }

  @Test
  void a_connection_that_is_cut_has_changed_nothing_if_it_only_read() throws Exception {
    var step =
        CompletableFuture.supplyAsync(
            () -> query("select pg_sleep(62)"), task -> Thread.ofVirtual().start(task));
    await().until(() -> running("pg_sleep(62)") == 1);

    shop.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and"
            + " query like '%pg_sleep(62)%'");

    assertThat(step.get())
        .isInstanceOfSatisfying(
            Outcome.Failed.class, it -> assertThat(it.code()).isEqualTo("connection-lost"));
  }

  @Test
  void an_index_whose_building_is_stopped_is_said_to_be_left() throws Exception {
    try (var _ = idleInTransaction()) {
      var with = Map.<String, Object>of("table", "stock", "columns", List.of("n"));

      var outcome =
          steps.stopped(
              "postgres/create-index-concurrently",
              with,
              () -> shop.number("select count(*) from pg_stat_progress_create_index") == 1);

      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              it -> assertThat(it.words()).contains("Left invalid: public.idx_stock_n"));
    }
  }

  @Test
  void whoever_may_not_see_others_is_told_so() throws Exception {
    try (var superuser = shop.server().connect("postgres", shop.database())) {
      var app = shop.as("app", files);
      var everybody = Map.<String, Object>of("state", "any", "olderThan", NO_TIME);

      assertThat(app.done("postgres/long-queries", Map.of()).words())
          .contains("grant it pg_monitor");
      assertThat(Trial.map(app.result("postgres/connections", Map.of()), "states"))
          .containsKeys("hidden", "active");
      assertThat(app.result("postgres/terminate-backends", everybody)).containsEntry("failed", 0L);
      assertThat(superuser.isValid(5)).isTrue();
    }
  }

  private Outcome query(String sql) {
    try {
      return steps.act("postgres/query", Map.of("sql", sql));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection idleInTransaction() throws SQLException {
    var connection = shop.server().connect("app", shop.database());
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("update stock set n = 2 where id = 1");
    }
    return connection;
  }

  private static CompletableFuture<Void> inBackground(Connection connection, String sql) {
    return CompletableFuture.runAsync(
        () -> {
          try (var statement = connection.createStatement()) {
            statement.execute(sql);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        },
        task -> Thread.ofVirtual().start(task));
  }

  private long blocked() {
    return shop.number(
        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname ="
            + " current_database()");
  }

  private long running(String sql) {
    return shop.number(
        "select count(*) from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()"
            + " and datname = current_database() and query like '%"
            + sql
            + "%'");
  }

  private static Long pid(Connection connection) throws SQLException {
    return (long) connection.unwrap(PGConnection.class).getBackendPID();
  }
}
