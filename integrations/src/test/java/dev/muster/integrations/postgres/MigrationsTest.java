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
    try (var pool = Pools.open(address, "test", 2)) {
      assertThat(Migrations.run(pool)).isPositive();

      assertThat(Migrations.run(pool)).isZero();
    }
  }

  @Test
  void two_replicas_that_start_at_once_take_each_step_once() throws Exception {
    try (var one = Pools.open(address, "one", 3);
        var other = Pools.open(address, "other", 3);
        var executor = Executors.newFixedThreadPool(2)) {
      Callable<Integer> first = () -> Migrations.run(one);
      Callable<Integer> second = () -> Migrations.run(other);

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
      Migrations.run(pool);
      new Database(pool)
          .with(handle -> {
            handle.execute("alter table delivery drop column replayed_at, drop column replayed_by");
            return handle.execute("delete from schema_history where version = '14'");
          });

      assertThat(Migrations.run(pool)).isEqualTo(1);
    }
  }
}
