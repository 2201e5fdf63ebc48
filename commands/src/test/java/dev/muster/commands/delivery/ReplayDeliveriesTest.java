package dev.muster.commands.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.testing.Screen;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What could not be read is taken again once its mapping is mended, and once only. */
class ReplayDeliveriesTest {

  private final DeliveryChannel channel = new DeliveryChannel();

  private static String replay(Object what) {
    return "/muster deliveries replay " + what;
  }

  private static String button(Reply reply) {
    return reply.message().blocks().stream()
        .filter(Block.Buttons.class::isInstance)
        .map(block -> ((Block.Buttons) block).buttons().getFirst().command())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_mended_webhook_opens_its_incident_and_is_linked_to_it() {
    var id = channel.keep("disk full");
    channel.mend();

    var reply = channel.say(replay(id));

    assertThat(reply.error()).isEmpty();
    assertThat(Screen.wide(reply.message())).isEqualTo("Replayed: 1 alert, in #2.\n[Show #2]\n");
    var delivery = channel.deliveries.get(id);
    assertThat(delivery.state()).isEqualTo(Delivery.State.REPLAYED);
    assertThat(delivery.alertCount()).isEqualTo(1);
    assertThat(delivery.incidents()).containsExactly(new IncidentId(2));
    assertThat(delivery.error()).contains("at /title: nothing there");
    assertThat(delivery.replayed())
        .contains(new Delivery.Replayed(channel.clock.instant(), new PersonId("operator")));
    assertThat(channel.deliveries.written()).hasSize(1);
    assertThat(channel.deliveries.written().getFirst().deliveries()).isEmpty();
  }

  @Test
  void the_alert_counts_as_received_now() {
    var id = channel.keep("disk full");
    channel.keep("later");
    channel.mend();

    channel.say(replay(id));

    assertThat(channel.deliveries.written().getFirst().opened().getFirst().receivedAt())
        .isEqualTo(channel.clock.instant());
  }

  @Test
  void what_was_replayed_is_not_replayed_again() {
    var id = channel.keep("disk full");
    channel.mend();
    channel.say(replay(id));

    var again = channel.say(replay(id));

    assertThat(again.error()).contains(Reply.Error.INVALID);
    assertThat(again.message().fallback())
        .isEqualTo(
            id + " was replayed by operator before (1 alert, in #2). It was not taken again.");
    assertThat(channel.deliveries.written()).hasSize(1);
  }

  @Test
  void what_still_cannot_be_read_says_why_and_stays() {
    var id = channel.keep("disk full");

    var reply = channel.say(replay(id));

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(reply.message().fallback())
        .startsWith(id + " still cannot be read: at /title: still nothing there. It stays kept.");
    assertThat(channel.deliveries.get(id).state()).isEqualTo(Delivery.State.UNREADABLE);
  }

  @Test
  void more_than_one_needs_a_second_word() {
    var first = channel.keep("a");
    var second = channel.keep("b");
    channel.mend();

    var asked = channel.say(replay("all unreadable"));

    assertThat(asked.error()).contains(Reply.Error.UNCONFIRMED);
    assertThat(channel.deliveries.written()).isEmpty();
    assertThat(asked.message().fallback())
        .startsWith("This takes 2 webhooks again.")
        .endsWith("Nothing was done yet.");
    assertThat(button(asked)).isEqualTo(replay("all unreadable confirm"));

    var done = channel.say(button(asked));
    assertThat(channel.deliveries.written()).as("groups that lock together").hasSize(1);
    assertThat(done.message().fallback()).isEqualTo("Replayed 2 of 2: 2 alerts, in #2, #4.");
    assertThat(List.of(first, second))
        .allMatch(id -> channel.deliveries.get(id).state() == Delivery.State.REPLAYED);
  }

  @Test
  void several_ids_need_it_too() {
    var words = channel.keep("a") + " " + channel.keep("b");
    channel.mend();

    assertThat(button(channel.say(replay(words)))).isEqualTo(replay(words + " confirm"));
    assertThat(channel.deliveries.written()).isEmpty();
  }

  @Test
  void a_time_ago_is_the_same_time_when_it_is_confirmed() {
    channel.keep("before");
    var first = channel.keep("a");
    channel.keep("b");
    channel.mend();

    var asked = channel.say(replay("all unreadable since 1m"));

    assertThat(button(asked))
        .isEqualTo(replay("all unreadable since " + first.receivedAt() + " confirm"));
    channel.keep("c");
    assertThat(channel.say(button(asked)).message().fallback()).startsWith("Replayed 3 of 3:");
    assertThat(channel.say("/muster deliveries list").message().fallback())
        .isEqualTo("1 delivery (unreadable)");
  }

  @Test
  void a_single_one_of_all_is_replayed_at_once() {
    channel.keep("a");
    channel.mend();

    assertThat(channel.say(replay("all")).message().fallback()).startsWith("Replayed: 1 alert");
    assertThat(channel.say(replay("all")).message().fallback())
        .startsWith("There is nothing to replay");
  }

  @Test
  void those_that_cannot_be_read_do_not_keep_the_others_back() {
    channel.keep("odd one");
    channel.keep("good one");
    channel.mend();

    var reply = channel.say(replay("all unreadable confirm"));

    assertThat(reply.error()).isEmpty();
    assertThat(Screen.wide(reply.message()))
        .startsWith("Replayed 1 of 2: 1 alert, in #2.\n")
        .contains("still cannot be read");
  }

  @Test
  void a_flood_is_taken_in_parts() {
    for (var i = 0; i < 60; i++) {
      channel.keep("alert " + i);
    }
    channel.mend();

    assertThat(channel.say(replay("all")).message().fallback())
        .startsWith("This takes 50 webhooks again, the oldest of 60.");
    assertThat(channel.say(replay("all confirm")).message().fallback())
        .startsWith("Replayed 50 of 60:");
    assertThat(channel.say(replay("all confirm")).message().fallback())
        .startsWith("Replayed 10 of 10:");
  }

  @Test
  void a_sender_that_is_gone_from_the_configuration_is_named() {
    var id = channel.keep("a");
    channel.mend();
    channel.removeIntegration();

    assertThat(channel.say(replay(id)).message().fallback())
        .contains("came from uptime, which muster.yaml has no integration for any more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "42",
        "all processed",
        "all replayed",
        "all unreadable since",
        "all unreadable since yesterday",
        "all unreadable until 2h",
        "confirm"
      })
  void what_is_unclear_is_asked_back(String words) {
    channel.keep("a");
    channel.mend();

    var reply = channel.say(replay(words));

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(reply.message().fallback()).contains("Write /muster deliveries replay ID or ");
    assertThat(channel.deliveries.written()).isEmpty();
  }

  @Test
  void an_id_of_nothing_is_not_found() {
    var reply = channel.say(replay("01a1fc89-b16c-756c-8005-c02d2bcb85ee"));

    assertThat(reply.error()).contains(Reply.Error.NOT_FOUND);
  }

  @Test
  void who_may_only_look_may_not_replay() {
    var id = channel.keep("a");
    channel.mend();

    assertThat(channel.say(DeliveryChannel.VIEWER, replay(id)).error())
        .contains(Reply.Error.DENIED);
    assertThat(channel.say(DeliveryChannel.VIEWER, "/muster deliveries show " + id).error())
        .isEqualTo(Optional.empty());
    assertThat(channel.deliveries.written()).isEmpty();
  }
}
