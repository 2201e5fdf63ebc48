package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.embedded.TestServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Muster without its database: it says so, promises nothing, and needs no restart. */
class DatabaseAwayIT {

  private static final Duration OUTAGE = Duration.ofSeconds(30);
  private static final Duration RECOVERY = Duration.ofSeconds(20);

  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path folder;

  @Test
  void senders_are_asked_to_come_again_for_30_seconds_and_nothing_answered_202_is_missing() {
    try (var database = TestServer.in(folder).start()) {
      var muster = musters.start(Map.of("DATABASE_URL", database.url()));
      var api = MusterApi.of(muster);
      try (var stream = AlertStream.start(muster)) {
        stream.awaitAccepted(300);
        database.stop();
        awaitRefusals(stream);
        var command = api.tryCommand("devops", "/incident ack 1");
        var health = api.ask("/health");
        database.start();
        stream.awaitAccepted(300);
        stream.close();

        assertThat(command.statusCode()).isEqualTo(503);
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("The database is away");
        assertOnlyAskedToComeAgain(stream);
        new Books(api, new Sql(database.url())).assertKept(stream);
        assertThat(api.command("devops", "/incident ack 1").getString("text")).contains("You have");
        assertThat(muster.isAlive()).isTrue();
      }
    }
  }

  @Test
  void waits_for_a_database_that_is_away_at_the_start_and_says_so() {
    try (var database = TestServer.in(folder).start()) {
      var address = database.url();
      database.stop();
      var port = freePort();
      var muster = musters.begin(Map.of("DATABASE_URL", address, "PORT", Integer.toString(port)));
      var api = new MusterApi(URI.create("http://127.0.0.1:" + port + "/"));
      await().atMost(RECOVERY).until(() -> muster.output().contains("Waiting for the database"));
      var live = api.ask("/health/live");
      var ready = api.ask("/health/ready");
      var alert = api.alert("{}");
      database.start();

      assertThat(muster.url()).isEqualTo(api.url());
      assertThat(live.statusCode()).isEqualTo(200);
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(new JsonObject(ready.body()).getString("reason"))
          .startsWith("Waiting for the database at 127.0.0.1:");
      assertThat(alert.statusCode()).isEqualTo(503);
      assertThat(alert.headers().firstValue("Retry-After")).isPresent();
      assertThat(api.ask("/health/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void embedded_database_that_dies_is_started_again() {
    var muster = musters.startOn(folder);
    var api = MusterApi.of(muster);
    try (var stream = AlertStream.start(muster)) {
      stream.awaitAccepted(200);
      var database = TestServer.in(folder);
      database.kill();
      stream.awaitAccepted(200);
      stream.close();

      assertOnlyAskedToComeAgain(stream);
      new Books(api, new Sql(database.url())).assertKept(stream);
      assertThat(muster.isAlive()).isTrue();
    }
  }

  /** The clock runs, and until the end there is somebody who hears that he is to come again. */
  private static void awaitRefusals(AlertStream stream) {
    var began = System.nanoTime();
    await()
        .atMost(OUTAGE.multipliedBy(2))
        .until(() -> System.nanoTime() - began > OUTAGE.toNanos());
    var before = stream.refusals().size();
    await().atMost(RECOVERY).until(() -> stream.refusals().size() > before);
  }

  private static void assertOnlyAskedToComeAgain(AlertStream stream) {
    assertThat(stream.unanswered()).isZero();
    assertThat(stream.refusals())
        .isNotEmpty()
        .allSatisfy(refusal -> {
          assertThat(refusal.status()).as(refusal.body()).isEqualTo(503);
          assertThat(refusal.retryAfter()).isPresent();
        });
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
