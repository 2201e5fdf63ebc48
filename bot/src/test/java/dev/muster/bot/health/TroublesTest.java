package dev.muster.bot.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.bot.config.Configs;
import dev.muster.bot.config.current.CurrentConfig;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.mail.Mail;
import dev.muster.commands.mail.MailException;
import dev.muster.commands.mail.MailException.Outcome;
import dev.muster.commands.mail.Mailer;
import dev.muster.commands.mail.WatchedMailer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TroublesTest {

  private final CurrentConfig config =
      new CurrentConfig(
          Configs.with(
              """
              mailboxes: {ops: ops@example.org}
              routes: [{name: all, notify: ["channel:alerts", "mailbox:ops"]}]
              """));

  @Test
  void without_a_mail_server_the_routes_are_named_that_tell_people_by_mail() {
    var found = new Troubles(config, Mailer.none(), List::of, false).get();

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().headline()).startsWith("Mail is not set up");
    assertThat(found.getFirst().details()).containsExactly("all");
    assertThat(found.getFirst().next()).contains("Set SMTP_URL");
    assertThat(new Troubles(config, Mailer.none(), List::of, true).get()).isEmpty();
  }

  @Test
  void a_mail_that_failed_is_told_with_its_reason() {
    var mailer =
        new WatchedMailer(_ -> {
          throw new MailException(Outcome.NOT_SENT, "the mail server mail:25 is away", null);
        });
    var troubles = new Troubles(config, mailer, List::of, false);
    assertThat(troubles.get()).isEmpty();

    assertThatThrownBy(() -> mailer.send(new Mail("ops@example.org", "S", "T", "k-1")))
        .isInstanceOf(MailException.class);

    assertThat(troubles.get().getFirst().headline()).isEqualTo("The last mail did not go out.");
    assertThat(troubles.get().getFirst().details())
        .containsExactly("the mail server mail:25 is away");
  }

  @Test
  void what_a_chat_refuses_stands_with_its_place_and_reason() {
    var failure =
        new WatchedChat.Failure(
            "slack", "incidents", ChatException.Outcome.REFUSED, "unarchive it", Instant.EPOCH);

    var troubles = new Troubles(config, Mailer.none(), () -> List.of(failure), true).get();

    assertThat(troubles).hasSize(1);
    assertThat(troubles.getFirst().details()).containsExactly("#incidents in slack: unarchive it");
  }
}
