package dev.muster.bot.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.muster.bot.chat.Chromium;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * One incident from its declaration to its end, played by two people on one Muster: one at a desk,
 * one with a phone. What both see after each step is kept in {@code target/screens}.
 */
class PlayedIncidentIT {

  private static final String INCIDENT = "/incidents/1";

  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path folder;

  private Chromium chromium;
  private MusterApi api;
  private Seat devops;
  private Seat backend;
  private int step;

  @BeforeEach
  void sitDown() {
    chromium = Chromium.start();
    api = MusterApi.of(musters.startOn(folder.resolve("data")));
    devops = seat("DevOps Engineer", "wide", 1280, 800);
    backend = seat("Backend Engineer", "phone", 390, 844);
  }

  @AfterEach
  void getUp() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void two_people_play_one_incident_and_lose_nothing_of_what_either_did() {
    nothingYet();
    declare();
    acknowledge();
    lead();
    tell();
    editAtOnce();
    mistype();
    end();

    System.out.println("Screens of the played incident: " + Seat.pictures());
    assertThat(chromium.complaints).isEmpty();
  }

  private void nothingYet() {
    devops.open("/");
    backend.open("/");
    assertThat(devops.at("#page")).containsText("curl");
    pictures("nothing-yet");
  }

  private void declare() {
    devops.open("/chat?channel=incidents");
    backend.open("/chat?channel=incidents");
    devops.fill("channel-text", "/incident declare Checkout fails severity:high services:api,web");
    devops.at("#channel-text").press("Enter");

    assertThat(backend.at("#messages .content").first()).containsText("HIGH · Checkout fails");
    assertThat(devops.at("#messages .content").first()).containsText("nobody has it");
    pictures("declared");
  }

  private void acknowledge() {
    backend.press("Acknowledge");

    assertThat(devops.at("#messages .content").first())
        .containsText("ACKNOWLEDGED by Backend Engineer");
    pictures("acknowledged");
    devops.open("/");
    backend.open("/");
    assertThat(backend.at("#page")).containsText("1 incident open: 1 high");
    pictures("overview");
  }

  /** Severity, assignee and commander, in one form. */
  private void lead() {
    devops.at("#page .title a").first().click();
    devops.page().waitForSelector("body[data-live=on]");
    backend.open(INCIDENT);
    edit(devops);
    devops.at("#edit-severity").selectOption("critical");
    devops.at("#edit-assignee").selectOption("devops");
    devops.page().locator("[id='edit-role-commander']").selectOption("backend");
    pictures("editing");
    devops.press("Save");

    assertThat(backend.at(".standing")).containsText("CRITICAL");
    assertThat(backend.at(".standing")).containsText("DevOps Engineer has it");
    assertThat(devops.at("[aria-labelledby=people]")).containsText("Backend Engineer");
    pictures("led");
  }

  private void tell() {
    devops.page().getByText("Post an update").click();
    devops.fill("update-text", "Payments time out.\nWe move to the other provider.");
    devops.fill("update-next-update", "30m");
    devops.fill("update-etr", "2h");
    pictures("telling");
    devops.press("Post the update");
    assertThat(devops.at("#timeline + .timeline")).containsText("We move to the other provider.");

    backend.page().getByText("Add a note").click();
    backend.fill("note-text", "Restarted api-1: \"no change\", p95 is 4 s");
    backend.press("Add the note");
    assertThat(backend.at(".timeline")).containsText("Restarted api-1: \"no change\"");
    show(devops);
    pictures("told");
  }

  /** Different fields at the same moment, then the same field. */
  private void editAtOnce() {
    show(backend);
    edit(devops);
    edit(backend);
    devops.fill("edit-affected-users", "612");
    backend.fill("edit-root-cause", "The provider's certificate ran out");
    devops.press("Save");
    backend.press("Save");
    assertThat(devops.at("#details form")).hasCount(0);
    assertThat(backend.at("#details form")).hasCount(0);
    assertThat(incident().getLong("affectedUsers")).isEqualTo(612);
    assertThat(incident().getString("rootCause")).isEqualTo("The provider's certificate ran out");

    edit(devops);
    edit(backend);
    devops.fill("edit-resolution", "Moved to the other provider");
    devops.press("Save");
    assertThat(devops.at("#details")).containsText("Moved to the other provider");
    backend.fill("edit-resolution", "A new certificate");
    backend.fill("edit-prevention", "Watch the certificates");
    backend.press("Save");
    assertThat(backend.at(".is-trouble")).containsText("Somebody changed this meanwhile");
    assertThat(backend.at(".theirs")).hasText("Moved to the other provider");
    assertThat(backend.at("#edit-resolution")).hasValue("A new certificate");
    assertThat(incident().getString("resolution")).isEqualTo("Moved to the other provider");
    pictures("both-edited");
    backend.fill("edit-resolution", "Moved to the other provider; later a new certificate");
    backend.press("Save");
    assertThat(backend.at("#details")).containsText("later a new certificate");
    assertThat(backend.at("#details")).containsText("Watch the certificates");
  }

  private void mistype() {
    show(devops);
    edit(devops);
    devops.fill("edit-etr", "soon");
    devops.fill("edit-summary", "Customers cannot pay by card.");
    devops.press("Save");
    assertThat(devops.at(".is-trouble")).containsText("I can't read the time \"soon\"");
    assertThat(devops.at("#edit-summary")).hasValue("Customers cannot pay by card.");
    pictures("mistyped");
    devops.fill("edit-etr", "45m");
    devops.press("Save");
    assertThat(devops.at(".card")).containsText("Customers cannot pay by card.");
  }

  private void end() {
    show(backend);
    backend.press("Mitigated");
    assertThat(backend.at(".standing")).containsText("MITIGATED");
    show(devops);
    pictures("mitigated");
    devops.press("Resolve");
    assertThat(devops.at(".standing")).containsText("RESOLVED");
    show(backend);
    pictures("resolved");
    backend.press("Reopen");
    assertThat(backend.at(".standing")).containsText("TRIGGERED");
    assertThat(backend.at(".standing"))
        .containsText("given to DevOps Engineer, who has not acknowledged it");
    assertThat(backend.at("#answer")).not().containsText("nobody has it");
    show(devops);
    pictures("reopened");
    devops.press("Acknowledge");
    assertThat(devops.at(".standing")).containsText("ACKNOWLEDGED");
    devops.press("Resolve");
    assertThat(devops.at(".standing")).containsText("RESOLVED");

    devops.open("/chat?channel=incidents");
    devops.at("#messages .to-thread").first().click();
    backend.open("/chat?channel=incidents");
    assertThat(devops.at("#replies .message").last()).containsText("DevOps Engineer resolved it");
    assertThat(backend.at("#messages .content").first()).containsText("resolved after");
    pictures("over");
    assertThat(incident().getString("status")).isEqualTo("resolved");
    assertThat(kinds())
        .containsSubsequence(
            "opened",
            "acknowledged",
            "severity-changed",
            "assigned",
            "update",
            "note",
            "edited",
            "mitigated",
            "resolved",
            "reopened",
            "acknowledged",
            "resolved");
  }

  /** By who sits there: who reads is not disturbed, so they may have to ask. */
  private static void show(Seat seat) {
    seat.page().reload();
    seat.page().waitForSelector("body[data-live=on]");
  }

  private static void edit(Seat seat) {
    seat.page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Edit").setExact(true))
        .click();
    seat.at("#edit-title").waitFor();
  }

  private void pictures(String what) {
    step++;
    var name = "%02d-%s".formatted(step, what);
    List.of(devops, backend).forEach(seat -> seat.picture(name));
  }

  private JsonObject incident() {
    return api.get("/api/v1/incidents/1");
  }

  private List<String> kinds() {
    return incident().getJsonArray("timeline").stream()
        .map(line -> ((JsonObject) line).getString("kind"))
        .toList();
  }

  private Seat seat(String person, String kind, int width, int height) {
    var page = chromium.window(width, height);
    page.navigate(api.url().resolve("/chat").toString());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(person)).first().click();
    return new Seat(page, api.url().toString().replaceAll("/$", ""), kind, width, height);
  }
}
