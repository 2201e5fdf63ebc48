package dev.muster.integrations.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.incident.IncidentId;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Slack hangs in one channel: the others hear of their incidents at once. */
class SlackHangTest {

  /** More than the replica does at once. */
  private static final int MANY = 40;

  /** Longer than the test waits for anything. */
  private static final Duration HANGS = Duration.ofSeconds(30);

  @AutoClose private final SlackDesk desk = new SlackDesk(HANGS);

  /** All that is to be said of it. */
  private void awaitDone(IncidentId incident) {
    var left =
        "select count(*) from scheduled_tasks where task_name in ('refresh-post', 'thread-reply')"
            + " and task_instance ~ '^%d[^0-9]'".formatted(incident.value());
    desk.await("all said of the other", () -> desk.replica.count(left) == 0);
  }

  @Test
  void other_channels_are_not_delayed() {
    desk.slack.faults().on("chat.postMessage").in(desk.incidents.id()).always().hang(HANGS);
    for (var number = 1; number <= MANY; number++) {
      desk.work.open("cpu %02d".formatted(number));
    }
    var other = desk.work.open("queue");
    desk.sql("update incident set channel = 'ops' where id = " + other.value());
    desk.atWork();

    awaitDone(other);
    var post = desk.ops.takeMessage("queue").anyNumberOfEdits();
    post.takeReply("Details of queue");
    desk.work.acknowledge(other);
    awaitDone(other);
    post.awaitWords("ACKNOWLEDGED");

    var posts = "select count(*) from incident_post where platform = 'slack'";
    assertThat(desk.replica.count(posts)).as("the others hang still").isOne();
  }
}
