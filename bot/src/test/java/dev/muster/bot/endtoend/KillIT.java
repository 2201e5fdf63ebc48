package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.postgres.embedded.TestServer;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A crash is a normal event: nothing answered is lost, nothing is doubled. */
@Tag("alone")
class KillIT {

  private static final int ROUNDS = 4;

  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path data;

  @Test
  void killed_muster_goes_on_where_it_was() {
    var muster = new AtomicReference<>(musters.startOn(data));
    try (var stream = AlertStream.start("a", () -> muster.get().url())) {
      rounds(stream, () -> muster.get().kill(), muster);
      stream.close();

      assertKept(muster.get(), stream);
    }
  }

  @Test
  void killed_together_with_its_database_it_has_all_that_it_promised() {
    var muster = new AtomicReference<>(musters.startOn(data));
    try (var stream = AlertStream.start("a", () -> muster.get().url())) {
      rounds(
          stream,
          () -> {
            TestServer.in(data).kill();
            muster.get().kill();
          },
          muster);
      stream.close();

      assertKept(muster.get(), stream);
    }
  }

  @Test
  void stopped_muster_finishes_what_it_took_and_leaves_nothing_running() {
    var muster = new AtomicReference<>(musters.startOn(data));
    try (var stream = AlertStream.start("a", () -> muster.get().url())) {
      stream.awaitAccepted(200);
      var exit = muster.get().stop();
      var databaseRuns = TestServer.in(data).runs();
      muster.set(musters.startOn(data));
      stream.awaitAccepted(200);
      stream.close();

      assertThat(exit).isEqualTo(MusterProcess.TERMINATED);
      assertThat(databaseRuns).isFalse();
      assertKept(muster.get(), stream);
    }
  }

  @Test
  void embedded_database_promises_what_a_202_does() {
    musters.startOn(data);

    var sql = new Sql(TestServer.in(data).url());
    assertThat(sql.one("show fsync")).isEqualTo("on");
    assertThat(sql.one("show synchronous_commit")).isEqualTo("on");
    assertThat(sql.one("show full_page_writes")).isEqualTo("on");
  }

  private void rounds(AlertStream stream, Runnable kill, AtomicReference<MusterProcess> muster) {
    var seed = System.nanoTime();
    System.out.println("KillIT: seed " + seed);
    var random = new Random(seed);
    for (var round = 0; round < ROUNDS; round++) {
      stream.awaitAccepted(random.nextInt(1, 300));
      kill.run();
      muster.set(musters.startOn(data));
    }
    stream.awaitAccepted(100);
  }

  private void assertKept(MusterProcess muster, AlertStream stream) {
    new Books(MusterApi.of(muster), new Sql(TestServer.in(data).url())).assertKept(stream);
  }
}
