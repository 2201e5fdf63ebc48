package dev.muster.integrations.postgres.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.testing.Trial;
import dev.muster.integrations.testing.real.RealPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kinds that only read, on a real PostgreSQL. */
class LookTest {

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
        "create table users (id bigint primary key, name text, joined timestamptz)",
        "insert into users select i, 'user ' || i, '2026-01-01 00:00:00Z' from generate_series(1,"
            + " 500) i",
        "grant all on users to app");
  }

  @Test
  void a_query_answers_its_value_and_its_rows() throws InterruptedException {
    var sql =
        "select count(*), max(joined), '90 minutes'::interval, 1.5, true, array[1,2] from users";

    var result = app.result("postgres/query", Map.of("sql", sql));

    assertThat(result).containsEntry("value", 500L).containsEntry("truncated", false);
    assertThat(Trial.list(result, "rows").getFirst().values())
        .contains(
            500L,
            Instant.parse("2026-01-01T00:00:00Z"),
            Duration.ofMinutes(90),
            1.5,
            true,
            List.of(1L, 2L));
  }

  @Test
  void a_value_with_quotes_and_sql_in_it_is_a_value() throws InterruptedException {
    var evil = "x'; drop table users; --";
    var sql = "select count(*) as n, ?::text as said from users where name <> ?";

    var result = app.result("postgres/query", Map.of("sql", sql, "args", List.of(evil, evil)));

    assertThat(Trial.list(result, "rows")).containsExactly(Map.of("n", 500L, "said", evil));
  }

  @Test
  void values_may_be_times_and_lists() throws InterruptedException {
    var result =
        app.result(
            "postgres/query",
            Map.of(
                "sql",
                "select count(*) from users where id = any(?) and joined < ? and joined > now() -"
                    + " ?::interval",
                "args",
                List.of(
                    List.of(1L, 2L, 900L),
                    Instant.parse("2026-02-01T00:00:00Z"),
                    Duration.ofDays(36_500))));

    assertThat(result).containsEntry("value", 2L);
  }

  @Test
  void more_rows_than_wanted_are_left_and_it_says_so() throws InterruptedException {
    var done = app.done("postgres/query", Map.of("sql", "select * from users", "maxRows", 3L));

    assertThat(Trial.list(done.result(), "rows")).hasSize(3);
    assertThat(done.result()).containsEntry("truncated", true);
    assertThat(done.words()).isEqualTo("3 rows, cut off");
  }

  @Test
  void one_row_of_one_value_is_said_as_that_value() throws InterruptedException {
    assertThat(app.done("postgres/query", Map.of("sql", "select count(*) from users")).words())
        .isEqualTo("500");
    assertThat(app.done("postgres/query", Map.of("sql", "select null::text")).words())
        .isEqualTo("null");
    assertThat(app.done("postgres/query", Map.of("sql", "select 1, 2")).words()).isEqualTo("1 row");
  }

  @Test
  void a_huge_value_is_refused_with_bounded_memory() throws InterruptedException {
    var failed = app.failed("postgres/query", Map.of("sql", "select repeat('x', 40000000)"));

    assertThat(failed.code()).isEqualTo("too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from users",
        "select 1; delete from users",
        "select 1; commit; delete from users",
        "commit",
        "copy users to program 'touch /tmp/x'",
        "do $$ begin delete from users; end $$",
        "with gone as (delete from users returning 1) select * from gone",
        "explain analyze delete from users",
        "/* select */ delete from users",
        "",
      })
  void what_changes_something_is_refused(String sql) throws InterruptedException {
    var failed = postgres.failed("postgres/query", Map.of("sql", sql));

    assertThat(failed.code()).isIn("invalid", "read-only");
    assertThat(shop.number("select count(*) from users")).isEqualTo(500);
  }

  @Test
  void a_query_that_takes_too_long_is_cancelled_by_the_server() throws InterruptedException {
    var with =
        Map.<String, Object>of(
            "sql", "select pg_sleep(60)", "statementTimeout", Duration.ofMillis(100));

    assertThat(app.failed("postgres/query", with).code()).isEqualTo("timeout");
  }

  @Test
  void a_wrong_password_an_unknown_database_and_a_dead_server_are_told_apart()
      throws InterruptedException {
    var sql = "select 1";
    var url = shop.url("app");
    var wrong = url.replace(RealPostgres.PASSWORD, "wrong-" + RealPostgres.PASSWORD);
    var unknown = url.replace(shop.database(), "nowhere");

    assertThat(app.failed("postgres/query", Map.of("sql", sql, "url", wrong)).code())
        .isEqualTo("refused");
    assertThat(app.failed("postgres/query", Map.of("sql", sql, "url", unknown)).code())
        .isEqualTo("no-database");
    assertThat(
            app.failed(
                    "postgres/query",
                    Map.of("sql", sql, "url", "postgresql://a:b@127.0.0.1:1/shop"))
                .code())
        .isEqualTo("unreachable");
    assertThat(
            app.failed(
                    "postgres/query",
                    Map.of("sql", sql, "url", url + "?socketFactory=java.lang.String"))
                .code())
        .isEqualTo("invalid");
  }

  @Test
  void the_costliest_statements_are_listed_where_the_extension_is() throws InterruptedException {
    assertThat(postgres.failed("postgres/stat-statements", Map.of()).code())
        .isEqualTo("no-extension");
    shop.execute("create extension pg_stat_statements", "select count(*) from users where id > 7");

    var result = postgres.result("postgres/stat-statements", Map.of("by", "total", "limit", 100L));

    assertThat(Trial.list(result, "statements"))
        .anySatisfy(it -> {
          assertThat(it.get("query")).asString().startsWith("select count(*) from users");
          assertThat(it.get("mean")).isInstanceOf(Duration.class);
        });
  }

  @Test
  void a_plan_names_the_tables_that_are_read_from_end_to_end() throws InterruptedException {
    var with =
        Map.<String, Object>of("sql", "select * from users where name = 'x'", "analyze", true);

    var result = app.result("postgres/explain", with);

    assertThat(result).containsEntry("sequentialScans", List.of("users"));
    assertThat(result.get("took")).isInstanceOf(Duration.class);
    assertThat((Double) result.get("cost")).isPositive();
  }

  @Test
  void a_plan_is_made_for_values_too() throws InterruptedException {
    var with =
        Map.<String, Object>of("sql", "select * from users where id = ?", "args", List.of(7L));

    var result = app.result("postgres/explain", with);

    assertThat(result.get("plan").toString()).contains("users_pkey");
    assertThat(result).doesNotContainKey("took");
  }

  @Test
  void connections_are_counted_by_state() throws InterruptedException {
    var result = app.result("postgres/connections", Map.of());

    assertThat((Long) result.get("count")).isPositive();
    assertThat(result).containsEntry("max", 40L);
    assertThat((Double) result.get("used")).isBetween(0.01, 1.0);
    assertThat(Trial.map(result, "states")).containsKey("active");
  }

  @Test
  void databases_and_tables_are_measured() throws InterruptedException {
    var result = app.result("postgres/sizes", Map.of());

    assertThat((Long) result.get("bytes")).isPositive();
    assertThat(Trial.list(result, "databases")).extracting("name").contains(shop.database());
    assertThat(Trial.list(result, "tables").getFirst()).containsEntry("name", "users");
  }

  @Test
  void unused_indexes_leave_out_what_keeps_rows_unique() throws InterruptedException {
    shop.execute("create index never_read on users (name)");

    var result = app.result("postgres/unused-indexes", Map.of());

    assertThat(Trial.list(result, "indexes")).extracting("index").containsExactly("never_read");
    assertThat(result).containsEntry("count", 1L).containsKey("since");
  }

  @Test
  void missing_indexes_are_columns_in_no_order_and_foreign_keys() throws InterruptedException {
    shop.execute(
        """
        create table orders (id bigint primary key, customer bigint references users,
          product int, plain int)
        """,
        """
        insert into orders select i, 1 + i * 7919 % 500, i * 7919 % 1000, 1
        from generate_series(1, 20000) i
        """,
        "analyze orders");

    var result = postgres.result("postgres/missing-indexes", Map.of());

    assertThat(Trial.list(result, "columns"))
        .extracting("column")
        .contains("product")
        .doesNotContain("plain", "id");
    assertThat(Trial.list(result, "foreignKeys")).extracting("column").containsExactly("customer");
    shop.execute("create index on orders (product)", "create index on orders (customer)");
    var after = postgres.result("postgres/missing-indexes", Map.of());
    assertThat(after).containsEntry("count", 0L);
  }
}
