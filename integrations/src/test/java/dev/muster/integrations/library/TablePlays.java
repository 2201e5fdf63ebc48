package dev.muster.integrations.library;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.testing.real.RealPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.postgresql.PGConnection;

/** Runbooks on tables: their upkeep, their copies, and what was deleted from them by mistake. */
final class TablePlays {

  private static final String BACKUP = "lost.dump";
  private static final String INVALID = "select count(*) from pg_index where not indisvalid";

  private TablePlays() {}

  static List<Play> all() {
    return List.of(
        missing(),
        created(),
        rebuilt(),
        upkeep(),
        backup(),
        migrated(),
        undeleted(),
        broughtBack(),
        promoted());
  }

  private static Play missing() {
    return Play.of(
            "missing-indexes",
            (_, run) -> {
              assertThat(Seen.result(run, "missing").toString()).contains("pupil");
              return "names the column that is asked for and has none";
            })
        .given(TablePlays::visits);
  }

  private static Play created() {
    return Play.of(
            "create-index",
            (targets, _) -> {
              assertThat(targets.number(INVALID)).isZero();
              assertThat(
                      targets.number(
                          "select count(*) from pg_indexes where indexname = 'idx_visits_pupil'"))
                  .isEqualTo(1);
              return "idx_visits_pupil is there and valid";
            })
        .with("table", "visits")
        .with("column", "pupil")
        .given(TablePlays::visits);
  }

  private static Play rebuilt() {
    var before = new AtomicReference<Long>();
    return Play.of(
            "vacuum-and-reindex",
            (targets, run) -> {
              var after = targets.number("select pg_relation_size('visits_pkey')");
              assertThat(after).isLessThan(before.get() / 2);
              assertThat(dead(targets)).isZero();
              assertThat(Seen.number(run, "reindex", "freed")).isPositive();
              return "index of %d kB now %d kB, no dead rows"
                  .formatted(before.get() >> 10, after >> 10);
            })
        .with("table", "visits")
        .with("reindex", "true")
        .given(targets -> {
          visits(targets);
          targets.execute("delete from visits where id % 10 <> 0");
          before.set(targets.number("select pg_relation_size('visits_pkey')"));
          await().until(() -> dead(targets) > 10_000);
        });
  }

  private static Play upkeep() {
    return Play.of(
            "database-upkeep",
            (targets, _) -> {
              assertThat(dead(targets)).isZero();
              return "no dead rows, all indexes valid, all constraints checked";
            })
        .given(targets -> {
          visits(targets);
          targets.execute("delete from visits where id % 10 <> 0");
          await().until(() -> dead(targets) > 10_000);
        });
  }

  private static Play backup() {
    return Play.of(
            "verified-backup",
            (targets, run) -> {
              var file = targets.files.resolve(Seen.result(run, "backup").get("file").toString());
              assertThat(file).isNotEmptyFile();
              assertThat(Seen.result(run, "restore").get("counts").toString())
                  .contains("visits=30000");
              assertThat(scratches(targets)).isZero();
              return "%d kB, restored and compared, the copy dropped"
                  .formatted(Files.size(file) >> 10);
            })
        .given(TablePlays::visits);
  }

  private static Play migrated() {
    return Play.of(
            "database-migration",
            (targets, _) -> {
              assertThat(targets.number("select count(room) from visits")).isZero();
              assertThat(scratches(targets)).isZero();
              return "a backup was proved before; the column is there";
            })
        .given(TablePlays::visits)
        .meanwhile((targets, step) -> {
          if (step.equals("migrate")) {
            targets.execute("alter table visits add column room text");
          }
        });
  }

  private static Play undeleted() {
    return Play.of(
            "deleted-rows",
            (targets, run) -> {
              assertThat(targets.number("select count(*) from content where deleted_at is null"))
                  .isEqualTo(1_000);
              var file = targets.files.resolve(Seen.result(run, "copy").get("file").toString());
              assertThat(Files.readAllLines(file)).hasSize(13);
              return "12 rows reviewed in a file and back";
            })
        .with("table", "content")
        .with("since", "2026-11-20 00:00")
        .given(targets ->
            targets.execute(
                "drop table if exists content",
                "create table content (id int primary key, deleted_at timestamptz)",
                "insert into content select i from generate_series(1, 1000) i",
                "update content set deleted_at = '2026-11-21 12:00+00' where id <= 12"))
        .meanwhile((targets, step) -> {
          if (step.equals("undelete")) {
            targets.execute(
                "update content set deleted_at = null where deleted_at >= '2026-11-20 00:00+00'");
          }
        });
  }

  private static Play broughtBack() {
    return Play.of(
            "lost-rows",
            (targets, run) -> {
              assertThat(targets.number("select count(*) from orders")).isEqualTo(500);
              assertThat(Seen.number(run, "copy", "rows")).isEqualTo(50);
              return "50 rows back from a restored backup";
            })
        .with("table", "orders")
        .with("from", "100")
        .with("to", "149")
        .given(targets -> {
          targets.execute(
              "drop table if exists orders",
              "create table orders (id int primary key, what text)",
              "insert into orders select i, 'a \"book\", ' || i from generate_series(1, 500) i");
          targets.server.dump(Targets.DATABASE, dump(targets));
          targets.execute("delete from orders where id between 100 and 149");
          targets.with(() -> {
            targets.server.execute("postgres", "drop database if exists " + Targets.COPY);
            Files.deleteIfExists(dump(targets));
          });
          targets.server.execute("postgres", "create database " + Targets.COPY);
          targets.server.restore(dump(targets), Targets.COPY);
        })
        .meanwhile((targets, step) -> {
          if (step.equals("restore")) {
            putBack(targets);
          }
        });
  }

  private static Play promoted() {
    var standby = new AtomicReference<RealPostgres>();
    return Play.of(
            "promote-standby",
            (_, run) -> {
              assertThat(Seen.number(run, "promote", "timeline")).isEqualTo(2);
              standby.get().execute("shop", "insert into t values (2)");
              assertThat(standby.get().number("shop", "select count(*) from t")).isEqualTo(2);
              return "the standby takes writes, nothing is lost";
            })
        .given(targets -> {
          var primary = targets.with(RealPostgres.start());
          standby.set(targets.with(primary.standby()));
          primary.execute("shop", "create table t (n int)", "insert into t values (1)");
          await()
              .atMost(Duration.ofSeconds(30))
              .ignoreExceptions()
              .until(() -> standby.get().number("shop", "select count(*) from t") == 1);
          primary.down();
          targets.secrets.put("STANDBY_DATABASE_URL", standby.get().url("postgres", "shop"));
        })
        .unless(() -> standby.get().number("shop", "select (not pg_is_in_recovery())::int") == 1);
  }

  /** Read into a table of the session's own, and from there what is missing. */
  private static void putBack(Targets targets) throws SQLException, IOException {
    // Other plays leave files of that name, too, and a folder lists them in any order.
    var files = Files.list(targets.files).filter(it -> it.toString().endsWith("-copy.csv"));
    var newest = files.max(comparing(it -> it.toFile().lastModified())).orElseThrow();
    try (var connection = targets.server.connect("postgres", Targets.DATABASE);
        var statement = connection.createStatement()) {
      statement.execute("create temporary table back (like orders)");
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy back from stdin csv header", new StringReader(Files.readString(newest)));
      statement.execute("insert into orders select * from back on conflict do nothing");
    }
  }

  private static void visits(Targets targets) {
    targets.execute(
        "drop table if exists visits",
        "create table visits (id int primary key, pupil int, at timestamptz default now())",
        "insert into visits select i, (i * 7919) % 5003 from generate_series(1, 30000) i",
        "analyze visits");
  }

  private static long dead(Targets targets) {
    return targets.number("select n_dead_tup from pg_stat_user_tables where relname = 'visits'");
  }

  private static long scratches(Targets targets) {
    return targets.number("select count(*) from pg_database where datname like 'muster\\_verify%'");
  }

  private static Path dump(Targets targets) {
    return targets.files.resolve(BACKUP);
  }
}
