package dev.muster.integrations.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.incident.IncidentId;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What Slack refuses is said to somebody who can act, and done once it can be. */
class SlackTroubleTest {

  @AutoClose private final SlackDesk desk = new SlackDesk();

  private void awaitTold(IncidentId incident, String words) {
    desk.await("told in the timeline", () -> !desk.troubles(incident).isEmpty());
    assertThat(desk.troubles(incident)).singleElement().asString().contains(words);
    desk.await("told elsewhere", () -> desk.inWebChat("Muster cannot write") == 1);
  }

  @Test
  void an_archived_channel_is_told_at_once_and_once() {
    desk.incidents.archived();
    desk.slack.expect().anyRefusals("chat.postMessage", "is_archived");
    desk.atWork();

    var id = desk.work.open("cpu");

    awaitTold(id, "unarchive it");
    tryAgain();
    assertThat(desk.troubles(id)).hasSize(1);
    assertThat(desk.inWebChat("Muster cannot write")).isOne();
  }

  @Test
  void with_a_token_that_is_valid_again_nothing_was_lost() {
    desk.slack.tokens().bot().revoke();
    desk.slack.expect().anyRefusals("chat.postMessage", "token_revoked");
    desk.atWork();
    var id = desk.work.open("cpu");
    awaitTold(id, "SLACK_BOT_TOKEN");

    desk.slack.tokens().bot().restore();
    desk.sql("update scheduled_tasks set execution_time = '2026-01-01' where not picked");
    desk.awaitAllDone();

    var post = desk.incidents.takeMessage("cpu").anyNumberOfEdits();
    post.takeReply("Details of cpu");
    assertThat(desk.replica.count("select count(*) from chat_trouble")).isZero();
  }

  @Test
  void a_post_that_somebody_deleted_is_posted_anew_once() {
    desk.atWork();
    var id = desk.work.open("cpu");
    desk.awaitAllDone();
    var first = desk.incidents.takeMessage("cpu").anyNumberOfEdits();
    first.takeReply("Details of cpu");
    desk.slack.expect().anyRefusals("chat.update", "message_not_found");

    desk.incidents.lose(first);
    desk.work.acknowledge(id);
    desk.awaitAllDone();
    var second = desk.incidents.takeMessage("ACKNOWLEDGED").anyNumberOfEdits();

    desk.incidents.lose(second);
    desk.work.acknowledge(id);
    desk.awaitAllDone();
    assertThat(desk.troubles(id)).isEmpty();
  }

  @Test
  void what_is_to_be_said_in_a_deleted_thread_is_said_in_the_new_one() {
    desk.atWork();
    var id = desk.work.open("cpu");
    desk.awaitAllDone();
    var first = desk.incidents.takeMessage("cpu").anyNumberOfEdits();
    first.takeReply("Details of cpu");
    desk.slack.expect().anyRefusals("chat.update", "message_not_found");
    desk.slack.expect().anyRefusals("chat.postMessage", "thread_not_found");

    desk.slack.expect().anyRefusals("conversations.replies", "thread_not_found");
    desk.incidents.lose(first);
    desk.say(id, "It is the disk.");
    desk.awaitAllDone();

    desk.incidents.takeMessage("cpu").anyNumberOfEdits().takeReply("It is the disk.");
  }

  /** All that waits is tried once more. */
  private void tryAgain() {
    var count = "select coalesce(sum(consecutive_failures), 0) from scheduled_tasks";
    var before = desk.replica.count(count);
    desk.sql("update scheduled_tasks set execution_time = '2026-01-01' where not picked");
    desk.await("tried again", () -> desk.replica.count(count) > before);
  }
}
