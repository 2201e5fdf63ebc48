package dev.muster.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final Map<String, String> WRONG =
      Map.of(
          "PORT", "80800",
          "BIND", "bad host",
          "MANAGEMENT_PORT", "http",
          "DATABASE_URL", "mysql://muster:hunter2@db/muster",
          "SMTP_URL", "mail.example.org",
          "SLACK_BOT_TOKEN", "xoxp-hunter2",
          "SLACK_SIGNING_SECRET", "hunter2",
          "MUSTER_LOG", "xml");

  @Test
  void all_that_is_wrong_is_told_at_once_and_no_secret() {
    assertThatThrownBy(() -> Settings.from(WRONG))
        .hasMessageContainingAll(
            "PORT=80800 is no port",
            "BIND=bad host is no address of this machine; try 127.0.0.1 or 0.0.0.0",
            "MANAGEMENT_PORT=http is no port",
            "DATABASE_URL: write the database's address as postgresql://",
            "SMTP_URL: write the mail server's address as smtp://",
            "SLACK_BOT_TOKEN does not begin with xoxb-",
            "MUSTER_LOG=xml is unknown; write text or json")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void what_can_be_read_is_kept_beside_what_is_wrong() {
    var read = Settings.read(WRONG);

    assertThat(read.wrong())
        .containsOnlyKeys(
            "PORT", "BIND", "MANAGEMENT_PORT", "DATABASE_URL", "SMTP_URL", "Slack", "MUSTER_LOG");
    assertThat(read.settings().port()).isEqualTo(8080);
    assertThat(read.settings().database()).isEmpty();
    assertThat(Settings.read(Map.of("PORT", "81")).wrong()).isEmpty();
    assertThat(Settings.read(Map.of("PORT", "81")).settings().port()).isEqualTo(81);
  }

  @Test
  void where_it_listens_is_looked_up_once() {
    assertThat(Settings.from(Map.of("BIND", "127.0.0.2")).bind()).isEqualTo("127.0.0.2");
    assertThat(Settings.from(Map.of("BIND", "127.0.0.2")).isLoopback()).isTrue();
    assertThat(Settings.from(Map.of("BIND", "192.0.2.1")).isLoopback()).isFalse();
    assertThat(Settings.from(Map.of()).bind()).isEqualTo("127.0.0.1");
    assertThat(Settings.from(Map.of("MUSTER_HOME", "x")).bind()).isEqualTo("0.0.0.0");
  }
}
