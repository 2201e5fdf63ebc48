package dev.muster.bot.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.muster.integrations.postgres.TestPostgres;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * One incident from its declaration to its end, played by two people on one Muster: one at a desk,
 * one with a phone. What both see after each step is kept in {@code target/screens}.
 */
class PlayedIncidentIT {

  private static final String INCIDENT = "/incidents/1";

  @RegisterExtension final Stage stage = new Stage("");
  @RegisterExtension final Musters musters = new Musters();

  private MusterApi api;
  private Seat devops;
  private Seat backend;

  @BeforeEach
  void sitDown() {
    var database = Map.of("DATABASE_URL", TestPostgres.newMusterDatabase());
    api = MusterApi.of(musters.start(database));
    devops = stage.desk(api.url(), "DevOps Engineer");
    backend = stage.phone(api.url(), "Backend Engineer");
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
  }

  private void nothingYet() {
    devops.open("/");
    backend.open("/");
    assertThat(devops.at("#page")).containsText("curl");
    stage.pictures("nothing-yet");
  }

  private void declare() {
    devops.open("/chat?channel=incidents");
    backend.open("/chat?channel=incidents");
    devops.command("/incident declare Checkout fails severity:high services:api,web");

    assertThat(backend.at("#messages .content").first()).containsText("HIGH · Checkout fails");
    assertThat(devops.at("#messages .content").first()).containsText("nobody has it");
    stage.pictures("declared");
  }

  private void acknowledge() {
    backend.press("Acknowledge");

    assertThat(devops.at("#messages .content").first())
        .containsText("ACKNOWLEDGED by Backend Engineer");
    stage.pictures("acknowledged");
    devops.open("/");
    backend.open("/");
    assertThat(backend.at("#page")).containsText("1 incident open: 1 high");
    stage.pictures("overview");
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
    stage.pictures("editing");
    devops.press("Save");

    assertThat(backend.at(".standing")).containsText("CRITICAL");
    assertThat(backend.at(".standing")).containsText("DevOps Engineer has it");
    assertThat(devops.at("[aria-labelledby=people]")).containsText("Backend Engineer");
    stage.pictures("led");
  }

  private void tell() {
    devops.page().getByText("Post an update").click();
    devops.fill("update-text", "Payments time out.\nWe move to the other provider.");
    devops.fill("update-next-update", "30m");
    devops.fill("update-etr", "2h");
    stage.pictures("telling");
    devops.press("Post the update");
    assertThat(devops.at("#timeline + .timeline")).containsText("We move to the other provider.");

    backend.page().getByText("Add a note").click();
    backend.fill("note-text", "Restarted api-1: \"no change\", p95 is 4 s");
    backend.press("Add the note");
    assertThat(backend.at(".timeline")).containsText("Restarted api-1: \"no change\"");
    show(devops);
    stage.pictures("told");
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
    stage.pictures("both-edited");
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
    stage.pictures("mistyped");
    devops.fill("edit-etr", "45m");
    devops.press("Save");
    assertThat(devops.at(".card")).containsText("Customers cannot pay by card.");
  }

  private void end() {
    show(backend);
    backend.press("Mitigated");
    assertThat(backend.at(".standing")).containsText("MITIGATED");
    show(devops);
    stage.pictures("mitigated");
    devops.press("Resolve");
    assertThat(devops.at(".standing")).containsText("RESOLVED");
    show(backend);
    stage.pictures("resolved");
    backend.press("Reopen");
    assertThat(backend.at(".standing")).containsText("TRIGGERED");
    assertThat(backend.at(".standing"))
        .containsText("given to DevOps Engineer, who has not acknowledged it");
    assertThat(backend.at("#answer")).not().containsText("nobody has it");
    show(devops);
    stage.pictures("reopened");
    devops.press("Acknowledge");
    assertThat(devops.at(".standing")).containsText("ACKNOWLEDGED");
    devops.press("Resolve");
    assertThat(devops.at(".standing")).containsText("RESOLVED");

    devops.open("/chat?channel=incidents");
    devops.at("#messages .to-thread").first().click();
    backend.open("/chat?channel=incidents");
    assertThat(devops.at("#replies .message").last()).containsText("DevOps Engineer resolved it");
    assertThat(backend.at("#messages .content").first()).containsText("resolved after");
    stage.pictures("over");
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

  private JsonObject incident() {
    return api.get("/api/v1/incidents/1");
  }

  private List<String> kinds() {
    return incident().getJsonArray("timeline").stream()
        .map(line -> ((JsonObject) line).getString("kind"))
        .toList();
  }
}
