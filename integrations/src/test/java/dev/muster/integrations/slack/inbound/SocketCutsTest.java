package dev.muster.integrations.slack.inbound;

import static dev.muster.integrations.slack.inbound.InboundDesk.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.integrations.slack.fake.delivery.Ack;
import dev.muster.integrations.slack.fake.delivery.Sockets;
import dev.muster.integrations.slack.fake.delivery.Sockets.Cut;
import dev.muster.integrations.slack.fake.people.Person;
import dev.muster.integrations.slack.fake.strict.Kind;
import dev.muster.integrations.testing.Gate;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A socket that is cut again and again, wherever it is: nothing lost, nothing doubled. */
class SocketCutsTest {

  private static final long SEED = 20_261_121;
  private static final int MANY = 40;

  /** So that there is room in the direct messages, of which Slack takes one a second. */
  private static final Duration SECONDS = Duration.ofSeconds(5);

  private static final Cut[] CUTS = Cut.values();

  @AutoClose private final InboundDesk desk = new InboundDesk();
  private final Person ada = desk.slack.user(ADA);
  private final Sockets sockets = desk.slack.sockets();
  private final Gate gate = new Gate();

  /** As if each connection had lasted five seconds. */
  @BeforeEach
  void connect() {
    desk.orders.ack = SocketCutsTest::done;
    desk.bySocket(Duration.ZERO);
    Awaitility.await().until(() -> sockets.count() == 1);
  }

  @AfterEach
  void letGo() {
    gate.open();
  }

  private static Reply done(Invocation asked) {
    return Reply.toAsker(Message.of("Done: " + asked.text()));
  }

  private static String ack(int number) {
    return "incident ack %02d".formatted(number);
  }

  private void takeAnswers(int count) {
    for (var number = 1; number <= count; number++) {
      ada.directMessages().takeMessage("Done: /" + ack(number));
    }
    assertThat(desk.orders.asked.stream().map(Invocation::text).distinct()).hasSize(count);
    assertThat(desk.orders.asked).hasSize(count);
  }

  @ParameterizedTest
  @EnumSource
  void each_sentence_is_done_once_wherever_the_socket_is_cut(Cut cut) {
    for (var number = 1; number <= 5; number++) {
      sockets.cutNext(cut);
      assertThat(ada.events().directMessage(ack(number)).taken()).isTrue();
      desk.clock.advance(SECONDS);
    }
    takeAnswers(5);
  }

  /** Up to three times for one of them, as often as Slack brings it again. */
  @Test
  void a_stream_of_sentences_comes_through_sockets_that_are_cut_all_the_time() {
    var random = new Random(SEED);
    for (var number = 1; number <= MANY; number++) {
      var cuts =
          IntStream.range(0, random.nextInt(4))
              .mapToObj(_ -> CUTS[random.nextInt(CUTS.length)])
              .toArray(Cut[]::new);
      sockets.cutNext(cuts);
      assertThat(ada.events().directMessage(ack(number)).taken()).as("seed " + SEED).isTrue();
      desk.clock.advance(SECONDS);
    }
    takeAnswers(MANY);
  }

  @Test
  void what_is_under_way_when_the_socket_is_cut_is_done_once_though_it_comes_again() {
    var taken = whileAtIt(() -> ada.events().directMessage(ack(1)));
    Awaitility.await().until(taken::isDone);
    assertThat(taken.join().attempts()).isGreaterThan(1);
    gate.open();
    takeAnswers(1);
  }

  @Test
  void who_says_much_at_once_is_answered_as_soon_as_slack_has_room() {
    for (var number = 1; number <= 4; number++) {
      assertThat(ada.events().directMessage(ack(number)).taken()).isTrue();
    }
    Awaitility.await()
        .until(() -> {
          desk.clock.advance(SECONDS);
          return desk.slack.entries().stream().filter(it -> it.is(Kind.MESSAGE)).count() == 4;
        });
    takeAnswers(4);
  }

  /** Slack does not bring commands again, and tells who typed it that nobody answered. */
  @Test
  void a_command_that_could_not_be_acknowledged_is_answered_all_the_same() {
    desk.slack.expect().unanswered();
    var taken = whileAtIt(() -> ada.slash("/incident", "ack 01").in(desk.incidents));
    Awaitility.await().until(taken::isDone);
    gate.open();
    ada.takeEphemeral("Done: /incident ack 01");
    assertThat(taken.join().taken()).isFalse();
    assertThat(desk.orders.asked).hasSize(1);
  }

  /** Cuts the socket while the command runs, which ends when the gate is opened. */
  private CompletableFuture<Ack> whileAtIt(Supplier<Ack> doing) {
    desk.orders.ack =
        asked -> {
          gate.pass();
          return done(asked);
        };
    var taken = CompletableFuture.supplyAsync(doing, Thread::startVirtualThread);
    gate.awaitSomebody();
    sockets.cut();
    return taken;
  }
}
