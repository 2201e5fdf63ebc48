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
                    "select actor, platform, channel, thread, command, outcome, request_id, detail,"
                        + " via"
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

    assertThat(row())
        .containsEntry("thread", null)
        .containsEntry("detail", null)
        .containsEntry("via", null);
  }

  @Test
  void what_came_by_a_token_is_kept_with_both() {
    log.record(
        new AuditEntry(
            TestClock.START,
            "devops",
            new Place("api", "incidents", Optional.empty()),
            "incident ack",
            "done",
            "r1",
            Optional.empty(),
            Optional.of("mst_k3j9x2m1qa of team-lead")));

    assertThat(row())
        .containsEntry("actor", "devops")
        .containsEntry("via", "mst_k3j9x2m1qa of team-lead");
  }
}
