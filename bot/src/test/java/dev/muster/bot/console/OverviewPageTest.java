package dev.muster.bot.console;

import static dev.muster.bot.console.TestConsole.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.health.Trouble;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.incident.IncidentId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the first page says. */
class OverviewPageTest {

  @AutoClose private final TestConsole console = new TestConsole();

  @Test
  void the_overview_says_what_burns_who_is_on_call_and_what_could_not_be_read() {
    console.open(CanonicalSeverity.HIGH, "slow");
    console.open(CanonicalSeverity.CRITICAL, "database_down");
    console.archive().fire("slow", CanonicalSeverity.HIGH, NOON, new IncidentId(1042));
    console.archive().unreadable("{", "line 1, column 2: the body ends here", NOON);

    var page = console.devops().get("/").body();

    assertThat(page)
        .contains("2 incidents open: 1 critical, 1 high · nobody has them")
        .contains("href=\"/incidents/1043\"", "<strong>nobody</strong>")
        .contains(">primary</th>", "Next", "Backend Engineer")
        .contains("line 1, column 2: the body ends here");
    assertThat(page.indexOf("database_down")).isLessThan(page.indexOf("</span> slow"));
  }

  @Test
  void an_empty_overview_is_calm_and_says_what_to_do_first() {
    assertThat(console.devops().get("/").body())
        .contains("Nothing is open.", "No alert has come in yet.", "every webhook that came in")
        .contains("curl http", "/v1/alerts/alertmanager");
  }

  @Test
  void the_overview_says_when_muster_itself_is_behind() {
    console.archive().backlog = new ConsoleServices.Backlog(12, Duration.ofMinutes(3));

    assertThat(console.devops().get("/").body())
        .contains("It is behind:", "12 posts, mails or reminders wait", "the oldest for 3 min")
        .doesNotContain("It is well");
  }

  @Test
  void the_overview_says_what_somebody_has_to_mend_about_muster_itself() {
    console.archive().troubles =
        List.of(
            new Trouble("The files are broken.", List.of("muster.yaml:3:1: <b>"), "Mend them."));

    assertThat(console.devops().get("/").body())
        .contains("The files are broken.</strong> Mend them.")
        .contains("<code>muster.yaml:3:1: &lt;b&gt;</code>")
        .doesNotContain("It is well");
  }
}
