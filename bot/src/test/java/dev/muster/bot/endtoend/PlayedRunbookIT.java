package dev.muster.bot.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.muster.integrations.postgres.TestPostgres;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Runbooks of the demo and of the library, played by two people in the built-in chat: one at a
 * desk, one with a phone. What both see after each step is kept in {@code target/screens}.
 */
class PlayedRunbookIT {

  private static final String RUN = "#messages .content";

  @RegisterExtension final Stage stage = new Stage("runbook-");
  @RegisterExtension final Musters musters = new Musters();

  private Seat devops;
  private Seat lead;

  @BeforeEach
  void sitDown() {
    var muster = musters.start(Map.of("DATABASE_URL", TestPostgres.newMusterDatabase())).url();
    devops = stage.desk(muster, "DevOps Engineer");
    lead = stage.phone(muster, "Lead Engineer");
  }

  @Test
  void the_first_minutes_of_an_emergency_are_ticked_off_by_two() {
    say("/runbook run emergency-first-minutes");
    assertThat(devops.at(RUN).first()).containsText("The first minutes of an emergency");
    assertThat(lead.at(RUN).first()).containsText("☐ A second source says the same");
    stage.pictures("emergency-begun");

    tick(lead, "A second source says the same");
    assertThat(devops.at(RUN).first()).containsText("☑ A second source says the same");
    stage.pictures("emergency-ticked");
    tick(devops, "A user's way through the product fails");
    assertThat(lead.at(RUN).first()).containsText("☐ One person leads and does not type");
    stage.pictures("emergency-second-list");
  }

  @Test
  void an_outage_is_confirmed_ticked_off_waited_for_and_approved() {
    say("/runbook run complete-outage");
    assertThat(lead.at(RUN).first()).containsText("Does it fail for others too");
    stage.pictures("outage-begun");
    devops.press("Yes");
    List.of(
            "Say on the status page that we know",
            "Tell support what to answer",
            "Open a call and put its link into the thread")
        .forEach(line -> tick(devops, line));
    assertThat(lead.at(RUN).first()).containsText("waits for approval");
    stage.pictures("outage-approval");
    lead.press("Approve");
    assertThat(devops.at(RUN).first()).containsText("done in");
    devops.at("#messages .to-thread").first().click();
    stage.pictures("outage-over");
  }

  private void say(String text) {
    devops.open("/chat?channel=incidents");
    lead.open("/chat?channel=incidents");
    devops.command(text);
  }

  private static void tick(Seat seat, String line) {
    seat.at("#messages").getByText("☐ " + line).first().click();
    assertThat(seat.at(RUN).first()).not().containsText("☐ " + line);
  }
}
