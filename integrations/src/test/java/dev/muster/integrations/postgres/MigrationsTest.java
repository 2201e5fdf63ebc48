package dev.muster.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class MigrationsTest {

  private final DatabaseAddress address = DatabaseAddress.parse(TestPostgres.newDatabase());

  @Test
  void a_second_run_has_nothing_to_do() {
    assertThat(Migrations.run(address)).isPositive();

    assertThat(Migrations.run(address)).isZero();
  }

  @Test
  void a_step_may_take_its_time_but_waits_for_no_lock() throws Exception {
    try (var connection = Pools.patient(address).getConnection();
        var statement = connection.createStatement();
        var settings =
            statement.executeQuery(
                "select current_setting('statement_timeout'), current_setting('lock_timeout')")) {
      assertThat(settings.next()).isTrue();
      assertThat(settings.getString(1)).isEqualTo("0");
      assertThat(settings.getString(2)).isEqualTo("4s");
    }
  }

  @Test
  void two_replicas_that_start_at_once_take_each_step_once() throws Exception {
    try (var one = Pools.open(address, "one", 3);
        var executor = Executors.newFixedThreadPool(2)) {
      Callable<Integer> first = () -> Migrations.run(address);
      Callable<Integer> second = () -> Migrations.run(address);

      var steps = 0;
      for (var answer : executor.invokeAll(List.of(first, second))) {
        steps += answer.get();
      }

      var database = new Database(one);
      assertThat((long) steps)
          .isEqualTo(
              database.<Long>with(handle ->
                  handle
                      .select("select count(*) from schema_history where version is not null")
                      .mapTo(Long.class)
                      .one()));
    }
  }

  @Test
  void a_step_that_was_numbered_before_the_last_one_is_taken_too() {
    try (var pool = Pools.open(address, "test", 2)) {
      Migrations.run(address);
      new Database(pool)
          .with(handle -> {
            handle.execute("alter table delivery drop column replayed_at, drop column replayed_by");
            return handle.execute("delete from schema_history where version = '14'");
          });

      assertThat(Migrations.run(address)).isEqualTo(1);
    }
  }
}
