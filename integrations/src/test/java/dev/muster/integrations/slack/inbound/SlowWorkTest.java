package dev.muster.integrations.slack.inbound;

import static dev.muster.integrations.slack.inbound.InboundDesk.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.slack.answer.Times;
import dev.muster.integrations.slack.fake.people.Form;
import dev.muster.integrations.slack.fake.people.Person;
import dev.muster.integrations.testing.Gate;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Modals of work that takes longer than a modal can wait: opened in time, and then replaced. */
class SlowWorkTest {

  /** Long before anything is owed, also on a slow machine. */
  private static final Times EARLY =
      new Times(
          Duration.ofMillis(200),
          Duration.ofMillis(2_200),
          Duration.ofMillis(2_500),
          Duration.ofSeconds(3));

  private static final String WORKING = "Working on it";

  @AutoClose private final InboundDesk desk = new InboundDesk(EARLY);
  private final Person ada = desk.slack.user(ADA);
  private final Gate gate = new Gate();

  @AfterEach
  void letGo() {
    gate.open();
  }

  private Form slowly(String words) {
    desk.orders.beforeDeclaring = gate::pass;
    assertThat(ada.slash("/incident", words).in(desk.incidents).taken()).isTrue();
    var modal = ada.takeView();
    assertThat(modal.title()).isEqualTo("Incident declare");
    assertThat(modal.json().toString()).contains(WORKING);
    gate.open();
    return modal;
  }

  @Test
  void a_modal_is_opened_at_once_and_becomes_the_form() {
    var modal = slowly("declare").takeUpdate();
    assertThat(modal.json().toString()).doesNotContain(WORKING);

    modal.fill("What is wrong", "Checkout is down").fill("How bad", "high").submit();
    assertThat(modal.isOpen()).isFalse();
    ada.takeEphemeral("Declared");
  }

  @Test
  void a_modal_is_opened_at_once_and_becomes_the_answer() {
    assertThat(slowly("declare Down severity:high").takeUpdate().json().toString())
        .contains("Declared Down")
        .doesNotContain(WORKING);
  }
}
