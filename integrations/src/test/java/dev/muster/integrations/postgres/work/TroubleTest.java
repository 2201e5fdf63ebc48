package dev.muster.integrations.postgres.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.integrations.testing.FakeChat;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing stops silently: what does not reach one chat is said in the timeline and the other. */
class TroubleTest {

  private static final int TEN_MINUTES = 16;
  private static final int A_DAY = 1_500;

  private final TestReplica replica =
      TestReplica.onNewDatabase(InstantSource.system(), "bad", "good");
  private final TestWork work = new TestWork(replica);
  private final FakeChat bad = new FakeChat("bad");
  private final FakeChat good = new FakeChat("good");
  private TestWorker worker;
  private IncidentId incident;
  private PostRef badRoot;
  private PostRef goodRoot;

  @BeforeEach
  void openAnIncidentInBothChats() {
    worker = TestWorker.start(replica, bad, good);
    incident = work.open("cpu");
    badRoot = bad.nextPost("incidents").ref();
    bad.nextReply(badRoot);
    goodRoot = good.nextPost("incidents").ref();
    good.nextReply(goodRoot);
    work.awaitAllDone();
  }

  @AfterEach
  void close() {
    worker.close();
    replica.close();
  }

  private void say(String key, String text) {
    replica.database().inTransaction(() -> replica.work().append(reply(key, text)));
  }

  private List<ThreadReply> reply(String key, String text) {
    return List.of(new ThreadReply(incident, key, Message.of(text)));
  }

  /** As if it had failed so often already; it is tried again at once. */
  private void age(String task, int failures) {
    await().until(() -> worker.failures(task) > 0);
    var aged =
        "update scheduled_tasks set execution_time = now(), consecutive_failures = "
            + failures
            + " where task_name = '"
            + task
            + "' and consecutive_failures > 0 and not picked";
    await().until(() -> replica.database().with(handle -> handle.execute(aged)) == 1);
  }

  private List<TimelineEntry> told() {
    return replica.incidents().timeline(incident, 100).stream()
        .filter(entry -> entry.kind() == Kind.NOTIFICATION_FAILED)
        .toList();
  }

  private void finish() {
    bad.refuseNext(0);
    work.awaitAllDone();
    bad.assertNothingElse();
    good.assertNothingElse();
  }

  @Test
  void a_post_that_fails_for_ten_minutes_is_told_once_and_tried_on() {
    bad.refuseNext(Integer.MAX_VALUE);
    var version = work.leaveOut(incident, 1);
    good.awaitVersion(goodRoot, version);
    age("refresh-post", TEN_MINUTES);
    await().until(() -> !told().isEmpty());
    var before = worker.failures("refresh-post");
    age("refresh-post", TEN_MINUTES + 1);
    await().until(() -> worker.failures("refresh-post") > before);

    assertThat(told())
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.actor()).isEqualTo(new Actor.Muster());
          assertThat(entry.text())
              .isEqualTo(
                  "For more than 10 minutes Muster could not write the incident's post in bad:"
                      + " refused. It keeps trying, for about a day. Check that it may still write"
                      + " to that channel.");
        });
    assertThat(worker.givenUp()).isEmpty();
    bad.refuseNext(0);
    age("refresh-post", 1);
    bad.awaitVersion(badRoot, version);
    finish();
  }

  @Test
  void a_reply_that_is_given_up_is_told_in_the_other_chat_and_the_next_one_is_said() {
    bad.refuseNext(Integer.MAX_VALUE);
    say("1:a", "lost");
    assertThat(good.nextReply(goodRoot).text()).isEqualTo("lost");
    say("1:b", "next");
    assertThat(good.nextReply(goodRoot).text()).isEqualTo("next");
    age("thread-reply", A_DAY);

    assertThat(good.nextReply(goodRoot).text())
        .isEqualTo(
            "After about a day of trying, Muster gave up writing a reply in bad: refused."
                + " What happened stands in the incident's timeline.");
    assertThat(told()).hasSize(1);
    assertThat(worker.givenUp()).containsExactly("thread-reply");

    bad.refuseNext(0);
    assertThat(bad.nextReply(badRoot).text()).isEqualTo("next");
    finish();
  }

  @Test
  void a_post_that_is_given_up_is_tried_again_with_the_next_change() {
    bad.refuseNext(Integer.MAX_VALUE);
    var version = work.leaveOut(incident, 1);
    good.awaitVersion(goodRoot, version);
    age("refresh-post", A_DAY);
    assertThat(good.nextReply(goodRoot).text()).contains("until the incident changes again");
    work.awaitAllDone();

    bad.refuseNext(0);
    version = work.leaveOut(incident, 2);

    bad.awaitVersion(badRoot, version);
    good.awaitVersion(goodRoot, version);
    finish();
  }
}
