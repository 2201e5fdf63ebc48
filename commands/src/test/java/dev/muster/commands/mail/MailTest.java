package dev.muster.commands.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

  @Test
  void a_subject_is_one_line_of_bearable_length() {
    var mail = new Mail("a@b.example", "one\r\ntwo " + "x".repeat(500), "text", "k");

    assertThat(mail.subject()).startsWith("one two xxx").hasSize(200).endsWith("…");
  }

  @Test
  void a_long_subject_still_says_that_it_may_be_a_repeat() {
    var mail = new Mail("a@b.example", "x".repeat(500), "text", "k").asPossibleRepeat();

    assertThat(mail.subject()).hasSize(200).endsWith("… (may be a repeat)");
    assertThat(mail.key()).isEqualTo("k");
  }

  @Test
  void no_sign_is_cut_in_two() {
    var mail = new Mail("a@b.example", "x" + "🔴".repeat(300), "text", "k");

    assertThat(mail.subject()).endsWith("🔴…").doesNotContain("?");
    assertThat(mail.subject().length()).isLessThanOrEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a@b", "<a>", "a..b", ".a", "ü"})
  void a_key_must_be_fit_for_a_message_id(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Mail("a@b.example", "subject", "text", key));
  }

  @Test
  void without_a_mail_server_it_says_what_to_set() {
    assertThat(Mailer.none().isSetUp()).isFalse();
    assertThatThrownBy(() -> Mailer.none().send(new Mail("a@b.example", "s", "t", "k")))
        .isInstanceOf(MailException.class)
        .hasMessageContaining("SMTP_URL");
  }
}
