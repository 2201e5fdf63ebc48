package dev.muster.integrations.slack.inbound;

import static dev.muster.integrations.slack.inbound.InboundDesk.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.integrations.slack.fake.people.Person;
import dev.muster.integrations.testing.Gate;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What takes longer than Slack waits: said at once, owed, and told once when it is done. */
class LateTest {

  private static final String STILL = "Still working on /incident ack 1042. You will be told";

  @AutoClose private final InboundDesk desk = new InboundDesk(InboundDesk.HASTY);
  private final Person ada = desk.slack.user(ADA);
  private final Gate gate = new Gate();

  @AfterEach
  void letGo() {
    gate.open();
  }

  private void slowly(Reply reply) {
    desk.orders.ack =
        _ -> {
          gate.pass();
          return reply;
        };
  }

  private void awaitNothingOwed() {
    Awaitility.await().until(desk.orders.owed.owed::isEmpty);
  }

  @Test
  void what_is_in_time_is_written_nowhere() {
    ada.slash("/incident", "ack 1042").in(desk.incidents);
    ada.takeEphemeral("You have it.");
    assertThat(desk.orders.owed.added).isEmpty();
  }

  @Test
  void a_slow_command_is_owed_its_answer_until_it_is_told() {
    slowly(Reply.told(Message.of("You have it.")));
    var ack = ada.slash("/incident", "ack 1042").in(desk.incidents);

    assertThat(ack.body()).contains("Still working");
    ada.takeEphemeral(STILL);
    var owed = desk.orders.owed.owed.values().iterator().next();
    assertThat(owed.command()).isEqualTo("/incident ack 1042");
    assertThat(owed.address()).contains(ADA, desk.incidents.id(), "responseUrl");
    gate.open();
    ada.takeEphemeral("You have it.");
    awaitNothingOwed();
  }

  @Test
  void whoever_pressed_a_button_hears_the_end_even_where_everybody_sees_it() {
    slowly(Reply.told(Message.of("You have it.")));
    ada.on(Posted.in(desk, "/incident ack 1042")).press("Acknowledge");

    ada.takeEphemeral(STILL);
    gate.open();
    ada.takeEphemeral("You have it.");
    awaitNothingOwed();
  }

  @Test
  void what_ends_in_the_last_moment_is_told_before_it_is_forgotten() {
    slowly(Reply.toAsker(Message.of("You have it.")));
    var written = new Gate();
    desk.orders.owed.whenAdded =
        () -> {
          gate.open();
          written.pass();
        };
    desk.slack.faults().on("chat.postEphemeral").hangAfterDoing(Duration.ofSeconds(2));
    var root = Posted.in(desk, "/incident ack 1042");
    ada.events().mentionIn(desk.incidents, root.ts(), "ack 1042");

    Awaitility.await().until(() -> desk.slack.faults().left() == 0);
    written.open();
    Awaitility.await().until(() -> desk.orders.owed.kept.get() > 2);
    assertThat(desk.orders.owed.owed).isNotEmpty();
    ada.takeEphemeral("You have it.");
    awaitNothingOwed();
  }

  @Test
  void it_is_kept_while_slack_is_slow_to_take_that_it_takes_longer() {
    slowly(Reply.told(Message.of("You have it.")));
    desk.slack.faults().on("chat.postEphemeral").hangAfterDoing(Duration.ofSeconds(2));
    var root = Posted.in(desk, "/incident ack 1042");
    ada.events().mentionIn(desk.incidents, root.ts(), "ack 1042");

    Awaitility.await().until(() -> desk.slack.faults().left() == 0);
    var before = desk.orders.owed.kept.get();
    gate.open();
    Awaitility.await().until(() -> desk.orders.owed.kept.get() > before + 2);
    assertThat(desk.orders.owed.owed).isNotEmpty();
    ada.takeEphemeral(STILL);
    ada.takeEphemeral("You have it.");
    awaitNothingOwed();
  }

  @Test
  void where_nobody_can_be_looked_up_a_mention_of_somebody_is_answered() {
    desk.isDatabaseAway = true;
    ada.slash("/incident", "assign 1042 <@" + ADA + ">").in(desk.incidents);
    ada.takeEphemeral("Muster's database is away, so nothing was done.");
  }

  @Test
  void a_mention_is_answered_in_its_thread() {
    slowly(Reply.told(Message.of("You have it.")));
    var root = Posted.in(desk, "/incident ack 1042");
    ada.events().mentionIn(desk.incidents, root.ts(), "ack 1042");

    assertThat(ada.takeEphemeral(STILL).threadTs()).isEqualTo(root.ts());
    gate.open();
    assertThat(ada.takeEphemeral("You have it.").threadTs()).isEqualTo(root.ts());
  }

  @Test
  void a_form_says_so_itself_and_then_how_it_ended() {
    ada.slash("/incident", "declare").in(desk.incidents);
    var form = ada.takeView();
    desk.orders.beforeDeclaring = gate::pass;
    form.fill("What is wrong", "Checkout is down").fill("How bad", "high").submit();

    var waiting = ada.takeView();
    assertThat(waiting.json().toString()).contains("Still working on", "You will be told");
    assertThat(desk.orders.owed.owed.values())
        .singleElement()
        .satisfies(owed -> assertThat(owed.filled()).containsValue("Checkout is down"))
        .satisfies(owed -> assertThat(owed.address()).contains("\"view\""));
    gate.open();
    assertThat(ada.takeView().json().toString()).contains("Declared");
    awaitNothingOwed();
  }

  @Test
  void what_cannot_be_written_down_is_said_to_be_so_and_told_all_the_same() {
    desk.orders.owed.isAway = true;
    slowly(Reply.told(Message.of("You have it.")));
    ada.slash("/incident", "ack 1042").in(desk.incidents);

    ada.takeEphemeral("written down nowhere");
    gate.open();
    ada.takeEphemeral("You have it.");
  }

  @Test
  void what_somebody_else_tells_by_now_is_not_told_twice() {
    slowly(Reply.told(Message.of("You have it.")));
    ada.slash("/incident", "ack 1042").in(desk.incidents);
    ada.takeEphemeral(STILL);
    desk.orders.owed.isTakenOver = true;
    gate.open();

    desk.orders.ack = _ -> Reply.toAsker(Message.of("The next one."));
    ada.slash("/incident", "ack 1043").in(desk.incidents);
    ada.takeEphemeral("The next one.");
  }

  @Test
  void a_commit_whose_answer_was_lost_is_looked_up() {
    desk.orders.owed.outcome = Optional.of("done");
    desk.orders.ack =
        _ -> {
          throw StoreUnavailable.duringCommit(null);
        };
    ada.slash("/incident", "ack 1042").in(desk.incidents);

    ada.takeEphemeral(STILL);
    ada.takeEphemeral("Done: /incident ack 1042. Do not ask for it again.");
  }

  @Test
  void what_was_rolled_back_because_of_others_says_so() {
    desk.orders.ack =
        _ -> {
          throw StoreUnavailable.contended(null);
        };
    ada.slash("/incident", "ack 1042").in(desk.incidents);

    ada.takeEphemeral("nothing was done. Try again now");
  }
}
