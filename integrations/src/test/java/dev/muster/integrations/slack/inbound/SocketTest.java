package dev.muster.integrations.slack.inbound;

import static dev.muster.integrations.slack.inbound.InboundDesk.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.slack.fake.delivery.Sockets;
import dev.muster.integrations.slack.fake.people.Person;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same over sockets, which end now and then. */
class SocketTest {

  @AutoClose private final InboundDesk desk = new InboundDesk();
  private final Person ada = desk.slack.user(ADA);
  private final Sockets sockets = desk.slack.sockets();

  @BeforeEach
  void connect() {
    desk.bySocket();
    Awaitility.await().until(() -> sockets.count() == 1);
  }

  @Test
  void a_command_and_its_form_come_over_a_socket() {
    assertThat(ada.slash("/incident", "declare").in(desk.incidents).taken()).isTrue();
    var form = ada.takeView();
    form.fill("What is wrong", "banana").fill("How bad", "high").submit();
    assertThat(form.errors().toString()).contains("Bananas are no incident.");
    form.fill("What is wrong", "Checkout is down").submit();
    ada.takeEphemeral("Declared");
  }

  /** Or it would be lost with a socket that ends, and Slack would bring again what is done. */
  @Test
  void an_answer_does_not_come_with_the_acknowledgement() {
    assertThat(ada.slash("/incident", "show").in(desk.incidents).body()).isEmpty();
    ada.takeEphemeral("It &lt;burns&gt;.");
  }

  @Test
  void a_connection_that_breaks_is_opened_again() {
    for (var i = 0; i < 3; i++) {
      sockets.cut();
      assertThat(ada.events().directMessage("show").taken()).isTrue();
      ada.directMessages().takeMessage("It &lt;burns&gt;.");
      desk.slack.forgiveDoubles();
    }
    assertThat(desk.orders.asked).hasSize(3);
  }

  @Test
  void another_is_opened_before_slack_ends_one() {
    sockets.warn();
    Awaitility.await().until(() -> sockets.count() == 2);
    assertThat(ada.slash("/incident", "show").in(desk.incidents).taken()).isTrue();
    ada.takeEphemeral("It &lt;burns&gt;.");
  }

  @Test
  void it_tries_again_while_slack_is_away() {
    desk.slack.goDown();
    sockets.cut();
    Awaitility.await().until(() -> sockets.count() == 0);
    desk.slack.comeUp();
    Awaitility.await().until(() -> sockets.count() == 1);
    assertThat(ada.slash("/incident", "show").in(desk.incidents).taken()).isTrue();
    ada.takeEphemeral("It &lt;burns&gt;.");
  }
}
