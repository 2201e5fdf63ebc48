package dev.muster.integrations.postgres.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.testing.Trial;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Reconciled;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Indexes, upkeep and settings, on a real PostgreSQL. */
class ChangeTest {

  private static final String CREATE = "postgres/create-index-concurrently";

  @TempDir private Path files;
  private Shop shop;
  private Trial app;
  private Trial postgres;

  @BeforeEach
  void open() {
    shop = Shop.open();
    app = shop.as("app", files);
    postgres = shop.as("postgres", files);
    shop.execute(
        "create table orders (id int, \"Customer No\" int, created timestamptz)",
        "insert into orders select i, i % 10, now() from generate_series(1, 1000) i",
        "alter table orders owner to app");
  }

  @Test
  void an_index_is_built_once() throws InterruptedException {
    var with =
        Map.<String, Object>of(
            "table", "orders", "columns", List.of("Customer No", "created desc"));

    var built = app.result(CREATE, with);
    var again = app.result(CREATE, with);

    assertThat(built).containsEntry("created", true);
    assertThat(again)
        .containsEntry("created", false)
        .containsEntry("index", "public.\"idx_orders_Customer No_created\"");
    assertThat(app.kind(CREATE).reconcile(app.attempt(CREATE, with, Map.of())))
        .isInstanceOf(Reconciled.Happened.class);
  }

  @Test
  void an_index_that_nobody_built_did_not_happen() throws InterruptedException {
    var with = Map.<String, Object>of("table", "orders", "columns", List.of("id"));

    assertThat(app.kind(CREATE).reconcile(app.attempt(CREATE, with, Map.of())))
        .isInstanceOf(Reconciled.DidNot.class);
  }

  @Test
  void what_is_not_there_is_foreseen_before_a_dry_run_says_that_it_would_be_done()
      throws InterruptedException {
    foresees(CREATE, Map.of("table", "nonexist", "columns", List.of("id")), "no table nonexist");
    foresees(CREATE, Map.of("table", "orders", "columns", List.of("nope")), "no column nope");
    foresees("postgres/reindex-concurrently", Map.of("table", "nonexist"), "no table nonexist");
    foresees("postgres/reindex-concurrently", Map.of("index", "nonexist"), "no index nonexist");
    foresees("postgres/vacuum-analyze", Map.of("tables", List.of("nope")), "no table nope");
    foresees("postgres/analyze", Map.of("tables", List.of("orders", "nope")), "no table nope");
  }

  @Test
  void nothing_speaks_against_what_can_be_done() throws InterruptedException {
    var columns = List.of("Customer No", "created desc");

    assertThat(foreseen(CREATE, Map.of("table", "orders", "columns", columns))).isEmpty();
    assertThat(foreseen("postgres/reindex-concurrently", Map.of("table", "orders"))).isEmpty();
    assertThat(foreseen("postgres/analyze", Map.of())).isEmpty();
    assertThat(shop.number("select count(*) from pg_indexes where tablename = 'orders'"))
        .as("it only looked")
        .isZero();
  }

  private void foresees(String kind, Map<String, Object> with, String words)
      throws InterruptedException {
    assertThat(foreseen(kind, with))
        .as(kind)
        .hasValueSatisfying(failed -> assertThat(failed.words()).contains(words));
  }

  private Optional<Outcome.Failed> foreseen(String kind, Map<String, Object> with)
      throws InterruptedException {
    return app.kind(kind).foresee(app.attempt(kind, with, Map.of()));
  }

  @Test
  void an_invalid_index_left_by_a_failure_is_said_found_and_dropped() throws InterruptedException {
    shop.execute("insert into orders values (1, 1, now())");
    var with = Map.<String, Object>of("table", "orders", "columns", List.of("id"), "unique", true);
    var dropping =
        Map.<String, Object>of(
            "table", "orders", "columns", List.of("id"), "unique", true, "dropInvalid", true);

    var failed = app.failed(CREATE, with);
    var again = app.failed(CREATE, with);

    assertThat(failed.words()).contains("Left invalid: public.idx_orders_id", "drop index");
    assertThat(again.code()).isEqualTo("invalid-left");
    assertThat(app.kind(CREATE).reconcile(app.attempt(CREATE, with, Map.of())))
        .isInstanceOf(Reconciled.DidNot.class);
    shop.execute("delete from orders where id = 1");
    assertThat(app.result(CREATE, dropping)).containsEntry("created", true);
    assertThat(shop.number("select count(*) from pg_index where not indisvalid")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere, id, no-table",
    "orders, nothing, sql",
    "orders; drop table orders, id, no-table"
  })
  void what_is_not_there_is_said(String table, String column, String code)
      throws InterruptedException {
    var with = Map.<String, Object>of("table", table, "columns", List.of(column));

    assertThat(app.failed(CREATE, with).code()).isEqualTo(code);
    assertThat(shop.number("select count(*) from orders")).isEqualTo(1000);
  }

  @Test
  void indexes_are_built_anew() throws InterruptedException {
    shop.execute("create index by_id on orders (id)", "delete from orders where id > 10");

    assertThat(
            (Long)
                app.result("postgres/reindex-concurrently", Map.of("table", "orders")).get("freed"))
        .isPositive();
    assertThat(app.result("postgres/reindex-concurrently", Map.of("index", "by_id")))
        .containsKey("after");
    assertThat(app.failed("postgres/reindex-concurrently", Map.of()).code()).isEqualTo("invalid");
  }

  @Test
  void upkeep_names_what_it_was_not_allowed() throws InterruptedException {
    // A database's owner may do it to all of its tables.
    shop.execute(
        "alter database %s owner to postgres".formatted(shop.database()),
        "create table secret (id int)");

    var all = app.result("postgres/vacuum-analyze", Map.of());
    var one = app.failed("postgres/analyze", Map.of("tables", List.of("secret")));

    assertThat(all).containsEntry("count", 1L).containsEntry("skipped", List.of("public.secret"));
    assertThat(one.code()).isEqualTo("forbidden");
    assertThat(shop.number("select reltuples from pg_class where relname = 'orders'"))
        .isEqualTo(1000);
  }

  @Test
  void a_setting_has_effect_or_needs_a_restart() throws InterruptedException {
    var slow = Map.<String, Object>of("name", "log_min_duration_statement", "value", "1s");
    var many = Map.<String, Object>of("name", "max_connections", "value", 200L);

    var taken = postgres.result("postgres/alter-system", slow);
    var waiting = postgres.done("postgres/alter-system", many);
    var reset =
        postgres.result("postgres/alter-system", Map.of("name", "max_connections", "reset", true));
    postgres.result(
        "postgres/alter-system", Map.of("name", "log_min_duration_statement", "reset", true));

    assertThat(taken).containsEntry("after", "1s").containsEntry("restartNeeded", false);
    assertThat(waiting.result()).containsEntry("after", "40").containsEntry("restartNeeded", true);
    assertThat(waiting.words()).contains("RESTART NEEDED");
    assertThat(reset).containsEntry("after", "40");
  }

  @ParameterizedTest
  @CsvSource({
    "no_such_setting, 1, no-setting",
    "max_connections, 0, invalid",
    "wal_level, sideways, invalid",
    "server_version, 16, invalid",
    "archive_command, rm -rf /, forbidden",
    "work_mem, lots, sql",
  })
  void a_wrong_setting_is_refused(String name, String value, String code)
      throws InterruptedException {
    var failed = postgres.failed("postgres/alter-system", Map.of("name", name, "value", value));

    assertThat(failed.code()).isEqualTo(code);
  }

  @Test
  void who_may_not_is_told() throws InterruptedException {
    var failed = app.failed("postgres/alter-system", Map.of("name", "work_mem", "value", "8MB"));

    assertThat(failed.code()).isEqualTo("forbidden");
  }
}
