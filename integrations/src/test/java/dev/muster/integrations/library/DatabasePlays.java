package dev.muster.integrations.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Runbooks on a PostgreSQL whose connections are in trouble. */
final class DatabasePlays {

  private static final String SLEEPS = "select pg_sleep(120)";
  private static final String STILL_SLEEPS =
      "select count(*) from pg_stat_activity where state = 'active' and query = '%s'"
          .formatted(SLEEPS);

  private DatabasePlays() {}

  static List<Play> all() {
    return List.of(
        slow(),
        unsummed(),
        ended(),
        blocked(),
        exhausted(),
        errors(),
        started(),
        Play.of(
                "database-storage",
                (_, run) -> {
                  assertThat(Seen.number(run, "unused", "count")).isPositive();
                  return "%s; an index that nobody uses"
                      .formatted(Seen.number(run, "sizes", "bytes"));
                })
            .given(targets ->
                targets.execute(
                    "drop table if exists attic",
                    "create table attic (n int)",
                    "create index attic_n on attic (n)")));
  }

  private static Play slow() {
    return Play.of(
            "slow-queries",
            (targets, run) -> {
              assertThat(Seen.number(run, "long", "count")).isEqualTo(1);
              assertThat(Seen.result(run, "statements").get("statements").toString())
                  .contains("pg_stat_activity");
              assertThat(targets.number(STILL_SLEEPS)).isEqualTo(1);
              return "the long one is shown, and runs on";
            })
        .with("olderThan", "1s")
        .given(targets -> {
          var _ = targets.busy(SLEEPS);
          targets.awaitOld("active", 1);
        });
  }

  private static Play unsummed() {
    return Play.of(
            "slow-queries",
            (_, run) -> {
              assertThat(Seen.wasSkipped(run, "statements")).isTrue();
              assertThat(Seen.result(run, "extension").get("value").toString())
                  .startsWith("no pg_stat_statements: ");
              return "says that nothing sums up what statements cost";
            })
        .named("slow-queries (no extension)")
        .given(targets -> {
          targets.execute("drop extension pg_stat_statements");
          targets.with(() -> targets.execute("create extension pg_stat_statements"));
        });
  }

  private static Play ended() {
    var young = new AtomicReference<Connection>();
    return Play.of(
            "end-long-queries",
            (targets, run) -> {
              assertThat(Seen.number(run, "end", "count")).isEqualTo(2);
              assertThat(targets.number(STILL_SLEEPS)).isZero();
              assertThat(young.get().isValid(5)).isTrue();
              return "one query and one forgotten transaction ended, a young connection lives";
            })
        .with("olderThan", "1s")
        .given(targets -> {
          var _ = targets.busy(SLEEPS);
          var _ = targets.forgotten("select 1");
          targets.awaitOld("active", 1);
          targets.awaitOld("idle in transaction", 1);
          young.set(targets.person());
        });
  }

  private static Play blocked() {
    var waiting = new AtomicReference<CompletableFuture<Void>>();
    return Play.of(
            "blocked-queries",
            (targets, run) -> {
              waiting.get().join();
              assertThat(Seen.number(run, "end", "count")).isEqualTo(1);
              assertThat(targets.number("select n from stock")).isEqualTo(3);
              return "whoever held the lock ended, who waited went on";
            })
        .given(targets -> {
          stock(targets);
          var _ = targets.forgotten("update stock set n = 2");
          waiting.set(targets.busy("update stock set n = 3"));
          await().until(() -> waiters(targets) == 1);
        });
  }

  private static Play exhausted() {
    return Play.of(
            "pool-exhausted",
            (targets, run) -> {
              assertThat(Seen.number(run, "forgotten", "count")).isEqualTo(1);
              assertThat(Seen.wasSkipped(run, "larger")).isTrue();
              assertThat(targets.person().isValid(5)).isTrue();
              return Seen.number(run, "idle", "count")
                  + " idle ended, the application gets in again";
            })
        .with("olderThan", "1s")
        .given(targets -> {
          var _ = targets.forgotten("select 1");
          var opened = fill(targets);
          assertThat(opened).isGreaterThan(20);
          targets.awaitOld("idle", opened);
        });
  }

  private static Play errors() {
    return Play.of(
            "database-errors",
            (_, run) -> {
              assertThat(Seen.wasSkipped(run, "full")).isTrue();
              assertThat(Seen.wasSkipped(run, "blocked")).isFalse();
              return "says that one is blocked, and which runbook frees it";
            })
        .given(targets -> {
          stock(targets);
          var _ = targets.forgotten("update stock set n = 2");
          var _ = targets.busy("update stock set n = 3");
          await().until(() -> waiters(targets) == 1);
        });
  }

  private static Play started() {
    return Play.of(
        "application-will-not-start",
        (_, run) -> {
          assertThat(Seen.number(run, "room", "free")).isPositive();
          return "the database takes connections, the rest is ticked";
        });
  }

  private static void stock(Targets targets) {
    targets.execute(
        "drop table if exists stock",
        "create table stock (n int)",
        "insert into stock values (1)",
        "grant all on stock to app");
  }

  private static long waiters(Targets targets) {
    return targets.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'");
  }

  /** Until the server refuses the application. */
  private static int fill(Targets targets) {
    for (var opened = 0; ; opened++) {
      try {
        var _ = targets.person();
      } catch (SQLException full) {
        assertThat(full.getSQLState()).isEqualTo("53300");
        return opened;
      }
    }
  }
}
