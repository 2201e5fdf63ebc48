package dev.muster.integrations.slack.inbound;

import static dev.muster.integrations.slack.inbound.InboundDesk.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.slack.fake.people.Person;
import dev.muster.integrations.slack.fake.people.Post;
import dev.muster.integrations.testing.Gate;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reactions that were not noted when Slack had to be answered: it brings them again. */
class BroughtAgainTest {

  @AutoClose private final InboundDesk desk = new InboundDesk(InboundDesk.HASTY);

  private final Person ada = desk.slack.user(ADA);
  private final Gate gate = new Gate();
  private final AtomicBoolean isFirst = new AtomicBoolean(true);
  private Post root;

  @BeforeEach
  void setUp() {
    root = Posted.in(desk, "/incident ack 1042");
    desk.threads.add(desk.incidents.id() + "/" + root.ts());
  }

  @AfterEach
  void letGo() {
    gate.open();
  }

  private void atFirst(Runnable trouble) {
    desk.beforeLooking =
        () -> {
          if (isFirst.getAndSet(false)) {
            trouble.run();
          }
        };
  }

  private void breaks() {
    throw new IllegalStateException("as the test wants it");
  }

  private void itIsBroughtTwice() {
    var said = ada.answer(root, "Pool is full");
    var ack = ada.events().react("pushpin", desk.incidents.id(), said.ts());
    assertThat(ack.taken()).isTrue();
    assertThat(ack.attempts()).isEqualTo(2);
    assertThat(desk.slack.takeCall("reactions.add").says(said.ts())).isTrue();
  }

  @Test
  void what_broke_is_brought_again() {
    atFirst(this::breaks);

    itIsBroughtTwice();

    assertThat(desk.orders.asked).hasSize(1);
  }

  @Test
  void what_broke_is_not_acknowledged_on_a_socket() {
    desk.bySocket();
    Awaitility.await().until(() -> desk.slack.sockets().count() == 1);
    atFirst(this::breaks);

    itIsBroughtTwice();

    assertThat(desk.orders.asked).hasSize(1);
  }

  /** The first goes on all the while, and finds it noted. */
  @Test
  void what_takes_too_long_is_brought_again_and_noted_once() {
    atFirst(gate::pass);

    itIsBroughtTwice();
    gate.open();

    desk.slack.takeRefusal("reactions.add", "already_reacted");
    assertThat(desk.orders.asked).hasSize(1);
  }
}
