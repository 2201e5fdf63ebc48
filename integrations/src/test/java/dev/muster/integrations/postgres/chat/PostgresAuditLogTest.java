package dev.muster.integrations.postgres.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.AuditEntry;
import dev.muster.commands.chat.Place;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresAuditLogTest {

  private final TestReplica replica = TestReplica.onNewDatabase(new TestClock());
  private final PostgresAuditLog log = new PostgresAuditLog(replica.database());

  @AfterEach
  void close() {
    replica.close();
  }

  private static AuditEntry entry(Optional<String> thread, Optional<String> detail) {
    return new AuditEntry(
        TestClock.START,
        "devops",
        new Place("web", "incidents", thread),
        "incident ack",
        "done",
        "r1",
        detail);
  }

  private Map<String, Object> row() {
    return replica
        .database()
        .with(handle ->
            handle
                .select(
                    "select actor, platform, channel, thread, command, outcome, request_id, detail"
                        + " from audit_entry")
                .mapToMap()
                .one());
  }

  @Test
  void an_entry_is_kept_whole() {
    log.record(entry(Optional.of("17"), Optional.of("IllegalStateException")));

    assertThat(row())
        .containsEntry("actor", "devops")
        .containsEntry("platform", "web")
        .containsEntry("channel", "incidents")
        .containsEntry("thread", "17")
        .containsEntry("command", "incident ack")
        .containsEntry("outcome", "done")
        .containsEntry("request_id", "r1")
        .containsEntry("detail", "IllegalStateException");
  }

  @Test
  void what_is_absent_is_kept_as_absent() {
    log.record(entry(Optional.empty(), Optional.empty()));

    assertThat(row()).containsEntry("thread", null).containsEntry("detail", null);
  }
}
