package dev.muster.integrations.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import dev.muster.integrations.slack.fake.fault.FaultRule;
import dev.muster.integrations.slack.fake.people.Place;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Incidents in Slack whatever happens to it, mirrored in the built-in chat: nothing lost, nothing
 * doubled.
 */
class SlackWorkTest {

  @AutoClose private final SlackDesk desk = new SlackDesk();

  private static Stream<Named<Consumer<FaultRule>>> faults() {
    return Stream.of(
        Named.of("500", it -> it.status(500)),
        Named.of("500 after doing", it -> it.statusAfterDoing(500)),
        Named.of("fatal_error after doing", it -> it.errorAfterDoing("fatal_error")),
        Named.of("internal_error", it -> it.error("internal_error")),
        Named.of("reset after doing", it -> it.resetAfterDoing()),
        Named.of("hangs", it -> it.hang(Duration.ofSeconds(30))),
        Named.of("hangs after doing", it -> it.hangAfterDoing(Duration.ofSeconds(30))),
        Named.of("too many", it -> it.tooMany(5)));
  }

  @Test
  void an_incident_is_one_post_that_is_edited_and_a_thread_in_both_chats() {
    desk.atWork();
    var id = desk.work.open("cpu");
    desk.awaitAllDone();
    var post = desk.incidents.takeMessage("cpu").anyNumberOfEdits();
    post.takeReply("Details of cpu");
    desk.work.acknowledge(id);
    desk.awaitAllDone();
    post.awaitWords("ACKNOWLEDGED");
    assertThat(desk.inWebChat("ACKNOWLEDGED")).isOne();
    assertThat(desk.troubles(id)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatever_breaks_each_message_is_there_once(Consumer<FaultRule> fault) {
    fault.accept(desk.slack.faults().on("chat.postMessage"));
    fault.accept(desk.slack.faults().on("chat.postMessage"));
    fault.accept(desk.slack.faults().on("chat.update"));
    desk.atWork();
    var id = desk.work.open("cpu");
    desk.awaitAllDone();
    desk.work.acknowledge(id);
    desk.awaitAllDone();

    var post = desk.incidents.takeMessage("cpu").anyNumberOfEdits();
    post.takeReply("Details of cpu");
    post.awaitWords("ACKNOWLEDGED");
    assertThat(desk.slack.faults().left()).isZero();
  }

  @Test
  void a_replica_that_died_before_it_noted_the_post_leaves_one_post() {
    desk.work.open("cpu");
    desk.chat.post("incidents", Once.first("incident:1"), 1, Message.of("cpu"));
    desk.reviveAll();

    desk.atWork().awaitAllDone();

    desk.incidents.takeMessage("cpu").anyNumberOfEdits().takeReply("Details of cpu");
  }

  @Test
  void a_replica_that_died_before_it_noted_the_reply_leaves_one_reply() {
    desk.atWork();
    var id = desk.work.open("cpu");
    desk.awaitAllDone();
    var post = desk.incidents.takeMessage("cpu").anyNumberOfEdits();
    post.takeReply("Details of cpu");
    desk.stopWork();
    desk.say(id, "It is the disk.");
    var root = new PostRef(SlackChat.PLATFORM, desk.incidents.id(), post.ts());
    desk.chat.reply(root, Once.first("test:It is the disk."), Message.of("It is the disk."));
    desk.reviveAll();

    desk.atWork().awaitAllDone();

    post.takeReply("It is the disk.");
  }

  @Test
  void two_replicas_say_each_thing_once() {
    desk.atWork().atWork();
    for (var number = 1; number <= 5; number++) {
      desk.work.open("cpu " + number);
    }
    desk.awaitAllDone();
    desk.incidents.anyNumberOfEdits();
    for (var number = 1; number <= 5; number++) {
      desk.incidents.takeMessage("cpu " + number).takeReply("Details of cpu " + number);
    }
  }

  /** The fake fails the test when it is called again before the time that it said. */
  @Test
  void many_at_once_keep_to_slacks_rates() {
    desk.slack.rateLimits().turnOn();
    desk.atWork();
    for (var number = 1; number <= 12; number++) {
      desk.work.open(named(number));
    }
    desk.awaitAllDone();
    desk.incidents.anyNumberOfEdits();
    for (var number = 1; number <= 12; number++) {
      desk.incidents.takeMessage(named(number)).takeReply("Details of " + named(number));
    }
  }

  /** None is the beginning of another. */
  private static String named(int number) {
    return "cpu %02d".formatted(number);
  }

  @Test
  void a_storm_of_alerts_is_one_post_with_the_last_state() {
    desk.slack.rateLimits().turnOn();
    desk.atWork();
    Storm.ofAlerts(desk.replica, 1_000);
    desk.awaitAllDone();
    var post = desk.incidents.takeMessage().anyNumberOfEdits();
    post.takeReply("Details");
    post.awaitWords("1000 alerts");
  }

  private static Stream<Named<Consumer<FaultRule>>> closings() {
    return Stream.of(
        Named.of("too many", it -> it.tooMany(5)),
        Named.of("500", it -> it.status(500)),
        Named.of("hangs", it -> it.hang(Duration.ofSeconds(30))));
  }

  /** However much waits for a channel in which nothing goes, the others have theirs before. */
  @ParameterizedTest
  @MethodSource("closings")
  void a_storm_in_a_channel_that_takes_nothing_delays_no_other(Consumer<FaultRule> closing) {
    closing.accept(desk.slack.faults().on("chat.postMessage").in(desk.incidents.id()).always());
    desk.atWork();
    Storm.ofAlerts(desk.replica, 1_000);
    for (var number = 1; number <= 4; number++) {
      desk.work.open(named(number));
    }
    var payments = desk.openIn("payments", "checkout");
    var search = desk.openIn("search", "index");
    desk.await("posts elsewhere", () -> isTold(payments) && isTold(search));
    assertThat(desk.incidents.messages()).isEmpty();
    payments.takeMessage("checkout").anyNumberOfEdits().takeReply("Details of checkout");
    search.takeMessage("index").anyNumberOfEdits().takeReply("Details of index");

    desk.slack.faults().clear();
    desk.awaitAllDone();
    var storm = desk.incidents.takeMessage("disk").anyNumberOfEdits();
    storm.takeReply("Details");
    storm.awaitWords("1000 alerts");
    for (var number = 1; number <= 4; number++) {
      desk.incidents.takeMessage(named(number)).takeReply("Details of " + named(number));
    }
  }

  /** A post and its first reply. */
  private static boolean isTold(Place place) {
    return place.messages().size() == 2;
  }
}
