package dev.muster.integrations.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.muster.integrations.email.SmtpAddress.Encryption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpAddressTest {

  @ParameterizedTest
  @CsvSource({
    "smtp://relay.example,                         relay.example:25,  OFFERED, "
        + " muster@relay.example",
    "smtp://bot:p@mail.example,                    mail.example:587,  REQUIRED,"
        + " muster@mail.example",
    "smtp://bot%40a.example:p@mail.example:2525,   mail.example:2525, REQUIRED, bot@a.example",
    "smtps://bot:p@mail.example?from=ops@a.example, mail.example:465, AT_ONCE,  ops@a.example",
    "smtp://bot:p@127.0.0.1:3025,                  127.0.0.1:3025,    OFFERED,  muster@localhost",
    "smtp://bot:p@mail.example?tls=offered,        mail.example:587,  OFFERED, "
        + " muster@mail.example",
    "smtp://relay.example?tls=none&from=a@b.example, relay.example:25, NONE,    a@b.example",
    "smtp://[::1]:3025,                            ::1:3025,          OFFERED,  muster@localhost"
  })
  void an_address_is_read(String url, String shown, Encryption encryption, String from) {
    var address = SmtpAddress.parse(url);

    assertThat(address.shown()).isEqualTo(shown);
    assertThat(address.encryption()).isEqualTo(encryption);
    assertThat(address.from()).isEqualTo(from);
  }

  @Test
  void who_comes_is_read_and_not_shown() {
    var address = SmtpAddress.parse("smtp://bot%40a.example:se%3Acr+et@mail.example");

    assertThat(address.user()).isEqualTo("bot@a.example");
    assertThat(address.password()).isEqualTo("se:cr+et");
    assertThat(address.toString()).isEqualTo("mail.example:587");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.example",
        "http://bot:secret@mail.example",
        "smtp://bot:sec ret@mail.example",
        "smtp://",
        "smtp://bot:secret@mail.example:99999",
        "smtp://bot:secret@mail.example?tls=yes",
        "smtp://bot:secret@mail.example?form=a@b.example",
        "smtp://bot:secret@mail.example?from=nobody"
      })
  void what_cannot_be_read_is_refused_without_its_secret(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SmtpAddress.parse(url))
        .satisfies(it -> assertThat(it.getMessage()).doesNotContain("secret", "sec ret"));
  }
}
