package dev.muster.integrations.postgres.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.postgres.TestPostgres;
import dev.muster.integrations.testing.Trial;
import dev.muster.runbooks.kind.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups that are restored, and rows in files. */
class CopyTest {

  private static final String BACKUP = "postgres/backup";
  private static final String VERIFY = "postgres/restore-verify";
  private static final String EXPORT = "postgres/export-rows";

  @TempDir private Path files;
  private Shop shop;
  private Trial steps;

  @BeforeEach
  void open() {
    shop = Shop.open();
    steps = shop.as("postgres", files);
    shop.execute(
        "create table users (id int primary key, name text)",
        "insert into users select i, repeat('name ' || i, 20) from generate_series(1, 20000) i",
        "create table \"Odd Name\" (id int)",
        "insert into \"Odd Name\" values (1)");
  }

  @Test
  void a_backup_is_restored_compared_and_dropped() throws InterruptedException {
    var backup = steps.result(BACKUP, Map.of());
    shop.execute("insert into users values (0, 'after the backup')");

    var verified = steps.done(VERIFY, Map.of("file", file(backup)));

    assertThat(backup)
        .containsEntry("counts", Map.of("public.users", 20_000L, "public.\"Odd Name\"", 1L));
    assertThat((Long) backup.get("bytes")).isPositive();
    assertThat(backup.get("sha256")).asString().hasSize(64);
    assertThat(verified.result()).containsEntry("counts", backup.get("counts"));
    assertThat(verified.words()).startsWith("2 tables with 20001 rows as dumped");
    assertThat(scratches()).isZero();
    assertThat(files).isDirectoryNotContaining(it -> it.toString().endsWith(".part"));
  }

  @Test
  void of_older_backups_of_the_step_as_many_stay_as_wanted()
      throws InterruptedException, IOException {
    for (var run = 1; run <= 3; run++) {
      var old = files.resolve("%s-%d-look.dump".formatted(shop.database(), run));
      Files.writeString(old, "old");
      assertThat(old.toFile().setLastModified(run * 1_000_000L)).isTrue();
    }
    Files.writeString(files.resolve("other-1-look.dump"), "of another database");

    var result = steps.result(BACKUP, Map.of("keep", 2L));

    var name = shop.database();
    assertThat(result)
        .containsEntry("removed", List.of(name + "-2-look.dump", name + "-1-look.dump"));
    assertThat(files)
        .isDirectoryContaining(it -> it.endsWith(name + "-3-look.dump"))
        .isDirectoryContaining(it -> it.endsWith(name + "-42-look.dump"))
        .isDirectoryContaining(it -> it.endsWith("other-1-look.dump"));
    assertThat(steps.result(VERIFY, Map.of("file", file(result)))).containsKey("took");
  }

  @Test
  void a_damaged_backup_is_not_restored() throws InterruptedException, IOException {
    var file = file(steps.result(BACKUP, Map.of("file", "damaged.dump")));
    Files.writeString(files.resolve(file), "x", StandardOpenOption.APPEND);

    assertThat(steps.failed(VERIFY, Map.of("file", file)).code()).isEqualTo("damaged");
  }

  @Test
  void a_backup_that_cannot_be_restored_leaves_nothing_behind()
      throws InterruptedException, IOException {
    Files.writeString(files.resolve("nonsense.dump"), "this is no dump");

    var failed = steps.failed(VERIFY, Map.of("file", "nonsense.dump"));

    assertThat(failed.code()).isEqualTo("pg_restore");
    assertThat(scratches()).isZero();
  }

  @Test
  void other_counts_than_wanted_are_a_failure() throws InterruptedException {
    var file = file(steps.result(BACKUP, Map.of("count", List.of("users"))));

    var failed = steps.failed(VERIFY, Map.of("file", file, "counts", Map.of("users", 20_001L)));

    assertThat(failed.code()).isEqualTo("differs");
    assertThat(failed.words()).contains("users has 20000 rows instead of 20001");
    assertThat(scratches()).isZero();
  }

  @Test
  void what_must_be_true_of_it_is_asked() throws InterruptedException {
    var file = file(steps.result(BACKUP, Map.of()));
    var right = Map.of("latest", "select max(id) = 20000 from users");
    var wrong = Map.of("nobody", "select count(*) = 0 from users");

    assertThat(steps.result(VERIFY, Map.of("file", file, "checks", right))).containsKey("took");
    assertThat(steps.failed(VERIFY, Map.of("file", file, "checks", wrong)).words())
        .contains("nobody is not true");
    var writing = Map.of("evil", "drop table users");
    assertThat(steps.failed(VERIFY, Map.of("file", file, "checks", writing)).code())
        .isEqualTo("invalid");
    assertThat(scratches()).isZero();
  }

  @Test
  void what_an_earlier_attempt_left_is_dropped_first() throws InterruptedException {
    var file = file(steps.result(BACKUP, Map.of()));
    shop.server().execute("postgres", "create database muster_verify_42_look");

    assertThat(steps.result(VERIFY, Map.of("file", file))).containsKey("counts");
    assertThat(scratches()).isZero();
  }

  /** The bundled server is newer than Debian's pg_dump. */
  @Test
  void an_older_client_is_refused_before_it_begins() throws InterruptedException {
    var jdbc = TestPostgres.newDatabase();
    var url =
        jdbc.replaceFirst(
            "jdbc:postgresql://([^?]+)\\?user=([^&]+)&password=(.*)", "postgresql://$2:$3@$1");

    var failed = steps.failed(BACKUP, Map.of("url", url));

    assertThat(failed.code()).isEqualTo("old-client");
    assertThat(failed.words()).contains("install postgresql-client-");
    assertThat(files).isEmptyDirectory();
  }

  @Test
  void a_stopped_backup_leaves_nothing_behind() throws Exception {
    try (var holder = shop.server().connect("postgres", shop.database());
        var lock = holder.createStatement()) {
      holder.setAutoCommit(false);
      lock.execute("lock table users in access exclusive mode");
      var with = Map.<String, Object>of("count", List.of("\"Odd Name\""));

      var outcome = steps.stopped(BACKUP, with, () -> waiting("LOCK") == 1);

      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Failed.class, it -> assertThat(it.code()).isEqualTo("stopped"));
      assertThat(files).isEmptyDirectory();
    }
  }

  @Test
  void a_stopped_restore_leaves_nothing_behind() throws InterruptedException {
    shop.execute(
        """
        create function slow(int) returns text immutable language plpgsql as $$ begin
          perform pg_sleep(case when current_database() like 'muster%' then 60 else 0 end);
          return 'slow';
        end $$
        """,
        "create index on \"Odd Name\" (slow(id))");
    var file = file(steps.result(BACKUP, Map.of()));

    var outcome = steps.stopped(VERIFY, Map.of("file", file), () -> running("CREATE INDEX") == 1);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, it -> assertThat(it.code()).isEqualTo("stopped"));
    assertThat(scratches()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../escape.dump", "/tmp/escape.dump", "a/b", ".hidden", "line\nend", ""})
  void a_file_stays_in_its_folder(String name) throws InterruptedException {
    assertThat(steps.failed(BACKUP, Map.of("file", name)).code()).isEqualTo("invalid");
    assertThat(steps.failed(VERIFY, Map.of("file", name)).code()).isEqualTo("invalid");
  }

  @Test
  void rows_are_exported_so_that_copy_reads_them_again() throws InterruptedException, IOException {
    var sql = "select 7 as id, 'it''s, \"quoted\"\n' as a, '' as b, null as c where 7 > ?";

    var result = steps.result(EXPORT, Map.of("sql", sql, "args", List.of(3L), "file", "rows.csv"));

    assertThat(result).containsEntry("rows", 1L);
    assertThat(files.resolve("rows.csv"))
        .hasContent("id,a,b,c\n7,\"it's, \"\"quoted\"\"\n\",\"\",\n");
  }

  @Test
  void an_export_is_whole_or_not_there() throws InterruptedException {
    var failed = steps.failed(EXPORT, Map.of("sql", "select * from users", "maxRows", 100L));

    assertThat(failed.code()).isEqualTo("too-many");
    assertThat(files).isEmptyDirectory();
  }

  private long waiting(String command) {
    return shop.number(
        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%s%%'"
            .formatted(command));
  }

  private long running(String command) {
    return shop.number(
        "select count(*) from pg_stat_activity where state = 'active' and query like '%s%%'"
            .formatted(command));
  }

  private long scratches() {
    return shop.number("select count(*) from pg_database where datname like 'muster\\_verify%'");
  }

  private static String file(Map<String, Object> result) {
    return String.valueOf(result.get("file"));
  }
}
