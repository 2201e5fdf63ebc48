package dev.muster.bot.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.muster.bot.chat.Chromium;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runbooks of the demo and of the library, played by two people in the built-in chat: one at a
 * desk, one with a phone. What both see after each step is kept in {@code target/screens}.
 */
class PlayedRunbookIT {

  private static final String RUN = "#messages .content";

  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path folder;

  private Chromium chromium;
  private MusterApi api;
  private Seat devops;
  private Seat lead;
  private int step;

  @BeforeEach
  void sitDown() {
    chromium = Chromium.start();
    api = MusterApi.of(musters.startOn(folder.resolve("data")));
    devops = seat("DevOps Engineer", "wide", 1280, 800);
    lead = seat("Lead Engineer", "phone", 390, 844);
  }

  @AfterEach
  void getUp() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void the_first_minutes_of_an_emergency_are_ticked_off_by_two() {
    say("/runbook run emergency-first-minutes");
    assertThat(devops.at(RUN).first()).containsText("The first minutes of an emergency");
    assertThat(lead.at(RUN).first()).containsText("☐ A second source says the same");
    pictures("emergency-begun");

    tick(lead, "A second source says the same");
    assertThat(devops.at(RUN).first()).containsText("☑ A second source says the same");
    pictures("emergency-ticked");
    tick(devops, "A user's way through the product fails");
    assertThat(lead.at(RUN).first()).containsText("☐ One person leads and does not type");
    pictures("emergency-second-list");

    System.out.println("Screens of the played runbooks: " + Seat.pictures());
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void an_outage_is_confirmed_ticked_off_waited_for_and_approved() {
    say("/runbook run complete-outage");
    assertThat(lead.at(RUN).first()).containsText("Does it fail for others too");
    pictures("outage-begun");
    devops.press("Yes");
    List.of(
            "Say on the status page that we know",
            "Tell support what to answer",
            "Open a call and put its link into the thread")
        .forEach(line -> tick(devops, line));
    assertThat(lead.at(RUN).first()).containsText("waits for approval");
    pictures("outage-approval");
    lead.press("Approve");
    assertThat(devops.at(RUN).first()).containsText("done in");
    devops.at("#messages .to-thread").first().click();
    pictures("outage-over");
    assertThat(chromium.complaints).isEmpty();
  }

  private void say(String text) {
    devops.open("/chat?channel=incidents");
    lead.open("/chat?channel=incidents");
    devops.fill("channel-text", text);
    devops.at("#channel-text").press("Enter");
  }

  private static void tick(Seat seat, String line) {
    seat.at("#messages").getByText("☐ " + line).first().click();
    assertThat(seat.at(RUN).first()).not().containsText("☐ " + line);
  }

  private void pictures(String what) {
    step++;
    var name = "runbook-%02d-%s".formatted(step, what);
    List.of(devops, lead).forEach(seat -> seat.picture(name));
  }

  private Seat seat(String person, String kind, int width, int height) {
    var page = chromium.window(width, height);
    page.navigate(api.url().resolve("/chat").toString());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(person)).first().click();
    return new Seat(page, api.url().toString().replaceAll("/$", ""), kind, width, height);
  }
}
