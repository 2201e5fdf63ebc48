package dev.muster.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is silenced, on its page and on the first one. */
class SilencePagesTest {

  private static final String HOSTILE = "<img src=x onerror=alert(1)>";

  @AutoClose private final TestConsole console = new TestConsole();

  @Test
  void where_nothing_is_silenced_it_says_so() {
    assertThat(console.devops().get("/silences").body())
        .contains("Nothing is silenced.", "href=\"/alerts\"")
        .doesNotContain("Ended</h2>");
    assertThat(console.devops().get("/").body()).doesNotContain("href=\"/silences\"");
  }

  @Test
  void each_says_of_what_until_when_by_whom_and_why_with_a_way_to_end_it() {
    console.say("/alert silence service=db alertname=~\"disk.*\" 2h Disk is being swapped");
    console.say("/alert silence service=api 4h The API is being moved");
    console.archive().silences.hold(1, 3);

    var page = console.devops().get("/silences").body();

    assertThat(page)
        .contains("2 silences keep 3 alerts quiet now.")
        .contains("service=&quot;db&quot;", "DevOps Engineer: Disk is being swapped")
        .contains("keeps 3 firing alerts quiet", "value=\"/alert list silence:1\"")
        .contains("keeps no new alert quiet now", "value=\"/alert unsilence 2\"");
    assertThat(page.indexOf("Disk is being")).isLessThan(page.indexOf("The API is"));
    assertThat(console.devops().get("/").body())
        .contains("href=\"/silences\"", "2 silences keep 3 alerts quiet now");
  }

  @Test
  void one_that_has_ended_says_when_and_by_whom_and_cannot_be_ended_again() {
    console.say("/alert silence service=db 2h Disk is being swapped");
    console.say("/alert unsilence 1");

    assertThat(console.devops().get("/silences").body())
        .contains("Nothing is silenced.", "Ended</h2>", " by DevOps Engineer")
        .doesNotContain("/alert unsilence 1");
  }

  @Test
  void what_somebody_wrote_is_text() {
    console.say("/alert silence service=db 2h " + HOSTILE);

    assertThat(console.devops().get("/silences").body())
        .contains("&lt;img src=x")
        .doesNotContain(HOSTILE);
  }

  @Test
  void who_may_not_see_alerts_sees_no_silences() {
    console.say("/alert silence service=db 2h Disk is being swapped");

    var refused = console.as("cto").get("/silences");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).doesNotContain("Disk is being swapped");
  }
}
