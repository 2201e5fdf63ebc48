package dev.muster.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.commands.store.StoreUnavailable;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {

  private final TestReplica replica = TestReplica.onNewDatabase(new TestClock());
  private final Database database = replica.database();

  @BeforeEach
  void createTable() {
    database.with(handle -> handle.execute("create table note (text text unique)"));
  }

  @AfterEach
  void close() {
    replica.close();
  }

  private int write(String text) {
    return database.with(handle -> handle.execute("insert into note values (?)", text));
  }

  private long notes() {
    return replica.count("select count(*) from note");
  }

  @Test
  void a_call_inside_of_a_transaction_joins_it() {
    assertThatThrownBy(() ->
            database.inTransaction(() -> {
              database.inTransaction(() -> write("inner"));
              throw new IllegalStateException("outer");
            }))
        .hasMessage("outer");

    assertThat(notes()).isZero();
  }

  @Test
  void what_follows_a_commit_follows_the_outermost_and_only_a_commit() {
    var done = new ArrayList<String>();

    database.inTransaction(() -> {
      database.inTransaction(() -> database.afterCommit(() -> done.add("saw " + notes())));
      write("a");
      assertThat(done).isEmpty();
    });
    assertThatThrownBy(() ->
            database.inTransaction(() -> {
              database.afterCommit(() -> done.add("never"));
              throw new IllegalStateException("no");
            }))
        .hasMessage("no");

    assertThat(done).containsExactly("saw 1");
  }

  @Test
  void what_breaks_after_a_commit_does_not_make_it_look_undone() {
    var done = new ArrayList<String>();

    var result =
        database.inTransaction(() -> {
          database.afterCommit(() -> {
            throw new IllegalStateException("nobody to wake");
          });
          database.afterCommit(() -> done.add("next"));
          return write("a");
        });

    assertThat(result).isEqualTo(1);
    assertThat(notes()).isEqualTo(1);
    assertThat(done).containsExactly("next");
  }

  @Test
  void a_statement_that_is_wrong_is_no_outage() {
    assertThatThrownBy(() -> database.with(handle -> handle.execute("selec 1")))
        .isNotInstanceOf(StoreUnavailable.class);
    write("a");
    assertThatThrownBy(() -> database.inTransaction(() -> write("a")))
        .isNotInstanceOf(StoreUnavailable.class);
  }

  @Test
  void a_connection_that_is_cut_is_an_outage_and_the_next_call_goes_through() {
    var cutMyself = "select pg_terminate_backend(pg_backend_pid())";

    assertThatThrownBy(
            () -> database.inTransaction(() -> database.with(handle -> handle.execute(cutMyself))))
        .isInstanceOfSatisfying(
            StoreUnavailable.class, away -> assertThat(away.isUnclear()).isFalse());
    assertThat(write("a")).isEqualTo(1);
  }

  @Test
  void whether_it_was_done_is_unclear_once_the_connection_is_lost_during_the_commit() {
    atCommit("perform pg_terminate_backend(pg_backend_pid())");
    var done = new ArrayList<String>();

    assertThatThrownBy(() ->
            database.inTransaction(() -> {
              database.afterCommit(() -> done.add("never"));
              write("a");
            }))
        .isInstanceOfSatisfying(
            StoreUnavailable.class, away -> assertThat(away.isUnclear()).isTrue());
    assertThat(done).isEmpty();
  }

  @Test
  void a_commit_that_the_database_refuses_has_certainly_done_nothing() {
    atCommit("raise exception 'come again' using errcode = '40001'");

    assertThatThrownBy(() -> database.inTransaction(() -> write("a")))
        .isInstanceOfSatisfying(
            StoreUnavailable.class, away -> assertThat(away.isUnclear()).isFalse());
    assertThat(notes()).isZero();
  }

  /** Has the database do something when a transaction that wrote a note is committed. */
  private void atCommit(String statement) {
    database.with(handle ->
        handle.execute(
            """
            create function at_commit() returns trigger language plpgsql as $$
              begin %s; return null; end $$
            """
                .formatted(statement)));
    database.with(handle ->
        handle.execute(
            """
            create constraint trigger at_commit after insert on note
              deferrable initially deferred for each row execute function at_commit()
            """));
  }

  @Test
  void a_server_that_nobody_finds_is_an_outage() {
    var nowhere = DatabaseAddress.parse("postgresql://muster@127.0.0.1:1/muster");
    try (var away = new Database(Pools.open(nowhere, "nowhere", 1))) {
      assertThatThrownBy(() -> away.inTransaction(() -> 1)).isInstanceOf(StoreUnavailable.class);
    }
  }

  @Test
  void errors_do_not_tell_what_was_written() {
    write("a secret");

    assertThatThrownBy(() -> write("a secret"))
        .satisfies(error ->
            assertThat(List.of(error.getMessage().split("\n", 2)[0]))
                .noneMatch(line -> line.contains("a secret")));
  }
}
