package dev.muster.integrations.postgres.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.testing.Trial;
import dev.muster.integrations.testing.real.RealPostgres;
import dev.muster.runbooks.kind.Reconciled;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failover from a real primary to a real streaming standby. */
class StandbyTest {

  private static final String PROMOTE = "postgres/promote";

  @TempDir private Path files;

  @Test
  void a_standby_follows_and_takes_over_when_its_primary_dies() throws InterruptedException {
    try (var primary = RealPostgres.start();
        var standby = primary.standby()) {
      primary.execute("shop", "create table t (n int)", "insert into t values (1)");
      await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .until(() -> standby.number("shop", "select count(*) from t") == 1);
      var here = steps(primary);
      var there = steps(standby);

      followed(here, there);
      primary.down();
      var backlog = there.result("postgres/replay-backlog", Map.of());
      assertThat(backlog).containsEntry("bytes", 0L);
      assertThat(backlog.get("lastCommitAt")).isInstanceOf(Instant.class);
      assertThat(there.kind(PROMOTE).reconcile(there.attempt(PROMOTE, Map.of(), Map.of())))
          .isInstanceOf(Reconciled.DidNot.class);

      var promoted = there.result(PROMOTE, Map.of());

      assertThat(promoted).containsEntry("timeline", 2L);
      standby.execute("shop", "insert into t values (2)");
      assertThat(there.failed(PROMOTE, Map.of()).code()).isEqualTo("not-a-standby");
      assertThat(there.kind(PROMOTE).reconcile(there.attempt(PROMOTE, Map.of(), Map.of())))
          .isInstanceOf(Reconciled.Happened.class);
    }
  }

  private static void followed(Trial here, Trial there) throws InterruptedException {
    var lag = here.result("postgres/replication-lag", Map.of());
    assertThat(lag).containsEntry("count", 1L);
    assertThat((Duration) lag.get("lag")).isLessThan(Duration.ofMinutes(1));
    assertThat(there.failed("postgres/replication-lag", Map.of()).code())
        .isEqualTo("not-a-primary");
    assertThat(here.failed("postgres/replay-backlog", Map.of()).code()).isEqualTo("not-a-standby");
    assertThat(here.failed(PROMOTE, Map.of()).code()).isEqualTo("not-a-standby");
    assertThat(there.result("postgres/replay-backlog", Map.of())).containsEntry("receiving", true);
  }

  /** A standby that starts while its primary is dead has received nothing, and says what it has. */
  @Test
  void a_standby_that_starts_alone_shows_that_it_waits() throws InterruptedException {
    try (var primary = RealPostgres.start();
        var standby = primary.standby()) {
      primary.down();
      standby.down();
      standby.up();
      var there = steps(standby);

      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() ->
              assertThat(there.result("postgres/replay-backlog", Map.of()))
                  .containsEntry("bytes", 0L)
                  .containsEntry("receiving", false));
    }
  }

  private Trial steps(RealPostgres server) {
    return new Trial(PostgresKinds.all(files), Map.of("url", server.url("postgres", "shop")))
        .withSecret(RealPostgres.PASSWORD);
  }
}
