package dev.muster.integrations.postgres.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.doctor.Finding;
import dev.muster.commands.doctor.Level;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Migrations;
import dev.muster.integrations.postgres.Pools;
import dev.muster.integrations.postgres.TestPostgres;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A real PostgreSQL in whatever state somebody may have left it. */
class DatabaseCheckTest {

  private final String url = TestPostgres.newMusterDatabase();
  private final DatabaseAddress owner = DatabaseAddress.parse(url);

  private static List<Finding> look(DatabaseAddress address, Duration ahead) {
    InstantSource clock = () -> InstantSource.system().instant().plus(ahead);
    return new DatabaseCheck(address, "db:5432/muster", clock).look();
  }

  private static Finding about(String about, List<Finding> findings) {
    return findings.stream().filter(it -> it.about().equals(about)).findFirst().orElseThrow();
  }

  private void run(String statement) {
    try (var pool = Pools.open(owner, "test", 1)) {
      new Database(pool).with(handle -> handle.execute(statement));
    }
  }

  private DatabaseAddress as(String user) {
    return new DatabaseAddress(owner.jdbcUrl(), user, "secret");
  }

  /** A database of the tests keeps nothing through a power failure, and says so. */
  @Test
  void a_database_that_is_well_says_what_it_is() {
    var findings = look(owner, Duration.ZERO);

    assertThat(about("Database", findings).level()).isEqualTo(Level.FINE);
    assertThat(about("Database", findings).what())
        .matches("PostgreSQL 1\\d\\.\\d+ at db:5432/muster\\.");
    assertThat(findings.stream().filter(it -> it.level() != Level.FINE).map(Finding::about))
        .containsExactly("Database durability");
    assertThat(about("Database connections", findings).what()).contains("connections are free");
  }

  @Test
  void what_would_be_lost_in_a_power_failure_is_named() {
    var durability = about("Database durability", look(owner, Duration.ZERO));

    assertThat(durability.level()).isEqualTo(Level.FAILED);
    assertThat(durability.what()).contains("fsync");
    assertThat(durability.mend()).startsWith("Set to on in postgresql.conf");
  }

  @Test
  void who_may_make_no_tables_is_told_the_grant() {
    var user = "guest_" + owner.shown().replaceAll("\\D", "");
    run("create role " + user + " login password 'secret'");

    var rights = about("Database rights", look(as(user), Duration.ZERO));
    assertThat(rights.level()).isEqualTo(Level.FAILED);
    assertThat(rights.mend()).contains("grant create on schema public to " + user);

    run("grant create on schema public to " + user);
    var strangers = about("Database rights", look(as(user), Duration.ZERO));
    assertThat(strangers.what()).contains("tables of the schema public are not " + user + "'s");
  }

  /** Such as spatial_ref_sys of PostGIS, which managed databases bring along. */
  @Test
  void tables_of_an_extension_are_no_strangers() {
    var user = "tenant_" + owner.shown().replaceAll("\\D", "");
    run("create role " + user + " login password 'secret'");
    run("create schema authorization " + user);
    run("create table " + user + ".spatial_ref_sys (srid integer)");
    assertThat(about("Database rights", look(as(user), Duration.ZERO)).what())
        .startsWith("1 table of the schema " + user + " is not");

    run("alter extension plpgsql add table " + user + ".spatial_ref_sys");
    assertThat(about("Database rights", look(as(user), Duration.ZERO)).what())
        .doesNotContain("1 table");
  }

  @Test
  void a_database_that_may_not_be_written_to_is_told() {
    var name = owner.shown().substring(owner.shown().lastIndexOf('/') + 1);
    run("alter database " + name + " set default_transaction_read_only = on");

    var writing = about("Database writes", look(owner, Duration.ZERO));
    assertThat(writing.level()).isEqualTo(Level.FAILED);
    assertThat(writing.mend()).contains("default_transaction_read_only");
  }

  @Test
  void a_clock_that_is_off_is_told() {
    assertThat(about("Clock and the database's", look(owner, Duration.ofMinutes(-5))).what())
        .startsWith("This machine's clock is 5 min behind the database's.");
  }

  @Test
  void who_is_not_let_in_is_told_why_and_no_password_is_shown() {
    var wrong = look(new DatabaseAddress(owner.jdbcUrl(), "nobody", "hunter2"), Duration.ZERO);
    assertThat(said(wrong))
        .isEqualTo(
            "FAILED The database at db:5432/muster does not let Muster in. Mend user or password in"
                + " DATABASE_URL, or the server's pg_hba.conf.");

    var elsewhere = DatabaseAddress.parse(url.replaceAll("/test_\\d+", "/gone"));
    assertThat(said(look(elsewhere, Duration.ZERO)))
        .startsWith("FAILED There is no such database: db:5432/muster. Make it (createdb)");

    var away = DatabaseAddress.parse("postgresql://muster:hunter2@127.0.0.1:1/muster");
    assertThat(said(look(away, Duration.ZERO)))
        .startsWith("FAILED The database at db:5432/muster cannot be reached (SQLSTATE 08001).")
        .doesNotContain("hunter2");
  }

  @Test
  void a_step_that_is_missing_is_a_matter_of_the_next_start() {
    assertThat(said(new TablesCheck(owner).look())).startsWith("FINE They are of this version.");
    var empty = new TablesCheck(DatabaseAddress.parse(TestPostgres.newDatabase()));
    assertThat(said(empty.look())).contains("WARNING They are", "steps behind", "migrate");
    run(
        "insert into schema_history (installed_rank, version, description, type, script, checksum,"
            + " installed_by, execution_time, success)"
            + " values (9000, '9000', 'later', 'SQL', 'V9000__later.sql', 1, 'x', 1, true)");
    assertThat(said(new TablesCheck(owner).look()))
        .startsWith("WARNING They are of a newer Muster, 1 step ahead of this one.");
    var away = DatabaseAddress.parse("postgresql://muster@127.0.0.1:1/muster");
    assertThat(said(new TablesCheck(away).look())).startsWith("SKIPPED");
    var closed = new DatabaseAddress(owner.jdbcUrl(), "nobody", "hunter2");
    assertThat(said(new TablesCheck(closed).look())).startsWith("SKIPPED");
  }

  @Test
  void the_key_of_an_installation_is_its_own_and_stays() {
    var other = DatabaseAddress.parse(TestPostgres.newDatabase());
    Migrations.run(other);
    try (var one = Pools.open(owner, "one", 1);
        var two = Pools.open(other, "two", 1)) {
      var key = new AddressKey(new Database(one)).read();
      assertThat(key).matches("[0-9a-f]{64}").isEqualTo(new AddressKey(new Database(one)).read());
      assertThat(new AddressKey(new Database(two)).read()).isNotEqualTo(key);
    }
  }

  private static String said(List<Finding> findings) {
    return findings.stream()
        .map(it -> (it.level() + " " + it.what() + " " + it.mend()).strip())
        .collect(Collectors.joining("\n"));
  }
}
