package dev.muster.bot.login.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.commands.mail.Mail;
import dev.muster.commands.mail.MailException;
import dev.muster.commands.mail.MailException.Outcome;
import dev.muster.commands.mail.MailServerAway;
import dev.muster.commands.mail.WatchedMailer;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailedLinksTest {

  private static final String LINK = "https://muster.example/login/abc";
  private static final Person DEVOPS = person("devops");

  private final List<Mail> mails = new ArrayList<>();
  private final Deque<Outcome> failures = new ArrayDeque<>();
  private final MailedLinks links =
      new MailedLinks(this::send, MailedLinksTest::address, () -> "LearnHub Kenya");

  @Test
  void a_mail_says_for_whom_and_how_long_and_has_the_link_on_a_line_of_its_own() {
    assertThat(links.deliver(DEVOPS, LINK)).isTrue();

    var mail = mails.getFirst();
    assertThat(mail.to()).isEqualTo("devops@example.org");
    assertThat(mail.subject()).isEqualTo("Log in to Muster of LearnHub Kenya");
    assertThat(mail.text().lines()).contains(LINK);
    assertThat(mail.text()).contains("devops", "once, within 15 minutes");
    assertThat(mail.subject() + mail.key()).doesNotContain("abc");
  }

  @Test
  void who_has_no_address_gets_nothing() {
    assertThat(links.deliver(person("phone-only"), LINK)).isFalse();
    assertThat(mails).isEmpty();
  }

  @Test
  void a_mail_that_was_not_taken_is_sent_again_under_the_same_key() {
    failures.add(Outcome.NOT_SENT);

    assertThat(links.deliver(DEVOPS, LINK)).isTrue();

    assertThat(mails).hasSize(2);
    assertThat(mails.getLast()).isEqualTo(mails.getFirst());
  }

  @Test
  void one_that_may_have_been_taken_says_so() {
    failures.add(Outcome.UNCLEAR);

    assertThat(links.deliver(DEVOPS, LINK)).isTrue();

    assertThat(mails.getLast().subject()).endsWith("(may be a repeat)");
    assertThat(mails.getLast().key()).isEqualTo(mails.getFirst().key());
  }

  @Test
  void a_server_that_is_away_is_trouble_and_what_it_says_of_one_recipient_is_none() {
    var failing =
        new ArrayDeque<MailException>(
            List.of(
                new MailException(Outcome.REFUSED, "no such user", null),
                new MailServerAway("away", null),
                new MailServerAway("away", null)));
    var mailer =
        new WatchedMailer(_ -> {
          throw failing.remove();
        });
    var watched = new MailedLinks(mailer, MailedLinksTest::address, () -> "LearnHub Kenya");

    assertThatThrownBy(() -> watched.deliver(DEVOPS, LINK)).hasMessage("no such user");
    assertThat(watched.hasTrouble()).isFalse();
    assertThatThrownBy(() -> watched.deliver(DEVOPS, LINK)).hasMessage("away");
    assertThat(watched.hasTrouble()).isTrue();
  }

  @Test
  void one_that_is_refused_is_not_sent_again() {
    failures.add(Outcome.REFUSED);

    assertThatThrownBy(() -> links.deliver(DEVOPS, LINK)).isInstanceOf(MailException.class);
    assertThat(mails).hasSize(1);
  }

  private void send(Mail mail) {
    mails.add(mail);
    var failure = failures.poll();
    if (failure != null) {
      throw new MailException(failure, "as the test wishes", null);
    }
  }

  private static Optional<String> address(PersonId person) {
    return person.value().equals("phone-only")
        ? Optional.empty()
        : Optional.of(person + "@example.org");
  }

  private static Person person(String id) {
    return new Person(new PersonId(id), id, ZoneOffset.UTC, Set.of());
  }
}
