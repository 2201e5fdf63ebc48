package dev.muster.integrations.postgres.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.postgres.work.TestWork;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailureNotesTest {

  private static final String FREE =
      "select count(*) from (select from incident for update skip locked) free";

  private final TestReplica replica = TestReplica.onNewDatabase(new TestClock());

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void what_follows_in_the_transaction_has_the_incident_to_itself() {
    var incident = new TestWork(replica).open("cpu");
    var notes = new FailureNotes(replica.database(), replica.clock());

    long freeMeanwhile =
        replica
            .database()
            .inTransaction(() -> {
              notes.write(incident, "the mail server is away");
              return CompletableFuture.supplyAsync(() -> replica.count(FREE)).join();
            });

    assertThat(freeMeanwhile).isZero();
    assertThat(replica.count(FREE)).isOne();
  }
}
