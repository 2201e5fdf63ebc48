package dev.muster.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.muster.bot.chat.Axe;
import dev.muster.bot.chat.Browserless;
import dev.muster.bot.chat.ChatServer;
import dev.muster.bot.chat.Chromium;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.incident.IncidentId;
import dev.muster.runbooks.engine.port.RunLog;
import dev.muster.runbooks.run.RunId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsoleBrowserIT {

  /** The texts of paragraphs that stand elsewhere than the heading above them. */
  private static final String STRAYING =
      """
      [...document.querySelectorAll("#page h2:not(.for-ears) + p")]
        .filter(p => p.getBoundingClientRect().left
          !== p.previousElementSibling.getBoundingClientRect().left)
        .map(p => p.textContent).join("; ")
      """;

  private static final String FROM_THE_END =
      """
      (log => Math.round(log.scrollHeight - log.clientHeight - log.scrollTop))
        (document.getElementById("lines"))
      """;

  @AutoClose private static Chromium chromium;

  private ChatServer server;
  private List<String> paths = List.of();

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
  }

  @BeforeEach
  void start() {
    server = new ChatServer(InstantSource.system(), true, 0);
    server.incidents.open(CanonicalSeverity.HIGH, "slow", "p95 is 4 s.", "learnhub-api");
    server.incidents.open(CanonicalSeverity.CRITICAL, "database_down", "Gone.", "learnhub-db");
    var now = Instant.now();
    var alert =
        server.archive.fire("database_down", CanonicalSeverity.CRITICAL, now, new IncidentId(1043));
    var id = server.archive.unreadable("{\n  \"a\": }", "line 2, column 8: no value", now);
    paths =
        List.of(
            "/",
            "/incidents",
            "/incidents/1043",
            "/incidents/1043/edit",
            "/incidents?q=zzz",
            "/alerts",
            "/alerts/" + alert.id(),
            "/silences",
            "/deliveries",
            "/deliveries/" + id,
            "/runs",
            "/runs/1",
            "/operations");
    goesOn();
  }

  @AfterEach
  void stop() {
    chromium.clear();
    server.close();
  }

  @Test
  void acknowledges_on_the_incidents_page_and_others_see_it_there() {
    var devops = open("devops", "/incidents/1043");
    var backend = open("backend", "/incidents/1043");

    button(devops, "Acknowledge").click();

    assertThat(devops.locator("#answer")).containsText("You have #1043");
    assertThat(devops.locator(".standing")).containsText("ACKNOWLEDGED");
    assertThat(devops.locator(".standing")).containsText("DevOps Engineer has it");
    assertThat(devops.locator(".timeline li")).hasCount(1);
    assertThat(backend.locator(".standing")).containsText("ACKNOWLEDGED");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void keeps_what_is_being_written_while_others_change_the_page() {
    var devops = open("devops", "/incidents/1043");
    devops.getByText("Add a note").click();
    devops.locator("#note-text").fill("half a tho");
    var backend = open("backend", "/incidents/1043");

    button(backend, "Acknowledge").click();
    assertThat(devops.locator("#news")).isVisible();
    devops.locator("#news").click();

    assertThat(devops.locator(".standing")).containsText("Backend Engineer has it");
    assertThat(devops.locator("#note-text")).hasValue("half a tho");
    devops.locator("#note-text").fill("half a thought");
    devops.getByText("Add the note").click();
    assertThat(devops.locator(".timeline")).containsText("half a thought");
    assertThat(devops.locator("#note-text")).isHidden();
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void marks_a_bad_field_and_loses_nothing_that_was_typed() {
    var devops = open("devops", "/incidents/1043");
    devops.getByText("Edit", new Page.GetByTextOptions().setExact(true)).click();
    devops.locator("#edit-root-cause").fill("Slow query");
    devops.locator("#edit-affected-users").fill("many");

    devops.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();

    assertThat(devops.locator(".is-trouble")).containsText("is no whole number, such as 612");
    assertThat(devops.locator("#edit-affected-users")).isFocused();
    assertThat(devops.locator("#edit-root-cause")).hasValue("Slow query");
    devops.locator("#edit-affected-users").fill("612");
    devops.keyboard().press("Control+Enter");
    assertThat(devops.locator("#details")).containsText("Slow query");
    assertThat(devops.locator("#details")).containsText("612");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void says_that_nothing_was_saved_while_muster_is_away() {
    var devops = open("devops", "/incidents/1043");
    devops.getByText("Post an update").click();
    devops.locator("#update-text").fill("The replica takes over");
    devops.context().setOffline(true);

    devops.getByText("Post the update").click();

    assertThat(devops.locator("#say-update .answer")).containsText("Not saved, your text is kept");
    devops.context().setOffline(false);
    devops.getByText("Post the update").click();
    assertThat(devops.locator(".timeline")).containsText("The replica takes over");
  }

  @Test
  void asks_before_it_resolves_what_still_fires() {
    var devops = open("devops", "/incidents/1043");

    button(devops, "Resolve").click();
    assertThat(devops.locator("#confirm")).containsText("although 1 alert still fires?");
    devops.keyboard().press("Enter");
    assertThat(devops.locator(".standing")).containsText("TRIGGERED");
    button(devops, "Resolve").click();
    devops.locator("#confirm").getByText("Yes, do it").click();

    assertThat(devops.locator(".standing")).containsText("RESOLVED");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void ends_a_silence_on_its_page() {
    silence("service=db 2h Disk is being swapped");
    var devops = open("devops", "/silences");
    assertThat(devops.locator("#page")).containsText("DevOps Engineer: Disk is being swapped");

    button(devops, "End silence 1").click();

    assertThat(devops.locator("#answer")).containsText("Silence 1 is over.");
    devops.reload();
    assertThat(devops.locator("#page")).containsText("Nothing is silenced.");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void its_paragraphs_begin_where_their_headings_do() {
    silence("service=db 2h Disk is being swapped");
    for (var width : List.of(1280, 390)) {
      var page = chromium.as("devops", server, width, 844);
      for (var path : List.of("/", "/silences")) {
        page.navigate(server.address() + path);
        assertThat((String) page.evaluate(STRAYING)).as(path + " " + width).isEmpty();
      }
    }
  }

  @Test
  void nothing_but_the_page_itself_scrolls() {
    for (var width : List.of(1280, 390)) {
      var page = chromium.as("devops", server, width, 844);
      for (var path : Stream.concat(paths.stream(), Stream.of("/chat")).toList()) {
        page.navigate(server.address() + path);
        assertThat((int) page.evaluate("document.documentElement.scrollHeight"))
            .as(path + " " + width)
            .isLessThanOrEqualTo(844);
      }
    }
  }

  @Test
  void filters_are_folded_on_a_phone_and_say_what_is_chosen() {
    var phone = chromium.as("devops", server, 390, 844);
    phone.navigate(server.address() + "/runs");
    assertThat(phone.locator("select[name=state]")).isHidden();

    phone.locator("summary").click();
    phone.locator("select[name=state]").selectOption("needs-attention");
    phone.locator(".folded button").click();

    assertThat(phone.locator("summary")).hasText("Filter · needs attention");
    assertThat(phone.getByText("Show all")).isVisible();
    var desk = open("devops", "/runs");
    assertThat(desk.locator("summary")).isHidden();
    assertThat(desk.locator("select[name=state]")).isVisible();
  }

  @Test
  void a_log_shows_its_end_and_stays_where_somebody_has_gone_up() {
    var devops = open("devops", "/runs/1");
    assertThat((int) devops.evaluate(FROM_THE_END)).isLessThan(5);

    devops.evaluate("document.getElementById('lines').scrollTop = 40");
    server.archive.runs.append(new RunId(1), List.of(line("one more")));

    assertThat(devops.locator("#lines")).containsText("one more");
    assertThat((int) devops.evaluate("document.getElementById('lines').scrollTop")).isEqualTo(40);
    assertThat(chromium.complaints).isEmpty();
  }

  /** A run that goes on, with more in its log than a screen shows. */
  private void goesOn() {
    server.archive.runs.runs.put(new RunId(1), RunPagesTest.run(1, "failover"));
    var lines = IntStream.rangeClosed(1, 80).mapToObj(i -> line("line " + i)).toList();
    server.archive.runs.append(new RunId(1), lines);
  }

  private static RunLog.Line line(String text) {
    return new RunLog.Line(TestConsole.NOON, RunLog.Source.OUTPUT, "steps.0", text);
  }

  @Test
  void moves_nothing_under_who_reads_and_shows_it_when_asked() {
    var devops = open("devops", "/");
    devops.locator("#page a").first().focus();

    server.incidents.open(CanonicalSeverity.CRITICAL, "redis_down", "No answer.", "redis");

    assertThat(devops.locator("#news")).isVisible();
    assertThat(devops.locator("#page")).not().containsText("redis_down");
    devops.locator("#news").click();
    assertThat(devops.locator("#page")).containsText("redis_down");
    assertThat(devops.locator("#news")).isHidden();
  }

  @Test
  void follows_what_happens_while_nobody_touches_it() {
    var wall = open("devops", "/");

    server.incidents.open(CanonicalSeverity.CRITICAL, "redis_down", "No answer.", "redis");

    assertThat(wall.locator("#page")).containsText("redis_down");
    assertThat(wall.locator(".intro").first()).containsText("3 incidents open");
  }

  @Test
  void is_used_by_keyboard_alone() {
    var devops = open("devops", "/");

    devops.keyboard().press("Tab");
    assertThat(devops.locator(".skip")).isFocused();
    devops.keyboard().press("Enter");
    assertThat(devops.locator("#page")).isFocused();
    devops.keyboard().press("/");
    assertThat(devops.locator("#find")).isFocused();
    devops.keyboard().type("1042");
    devops.keyboard().press("Enter");

    assertThat(devops.locator("h1")).hasText("#1042 slow");
  }

  @Test
  void fits_a_phone_and_its_menu_leads_everywhere() {
    var phone = chromium.as("devops", server, 390, 844);

    for (var path : paths) {
      phone.navigate(server.address() + path);
      assertThat((int) phone.evaluate("document.documentElement.scrollWidth"))
          .as(path)
          .isLessThanOrEqualTo(390);
    }
    phone.locator("main .back").click();
    assertThat(phone.locator("nav.channels")).isVisible();
    phone.locator("nav.channels").getByText("Alerts").click();
    assertThat(phone.locator("h1")).hasText("Alerts");
  }

  @Test
  void has_no_serious_fault_for_those_who_hear_or_zoom_it() {
    var light = chromium.as("devops", server);
    var dark = chromium.inTheDark("devops", server);
    var phone = chromium.as("devops", server, 390, 844);

    for (var page : List.of(light, dark, phone)) {
      for (var path : paths) {
        page.navigate(server.address() + path);
        assertThat(Axe.faults(page)).as(path).isEmpty();
      }
    }
  }

  private void silence(String what) {
    Browserless.as("devops", server)
        .inPage()
        .post("/chat/run", Map.of("channel", "incidents", "command", "/alert silence " + what));
  }

  private Page open(String person, String path) {
    var page = chromium.as(person, server);
    page.navigate(server.address() + path);
    page.waitForSelector("body[data-live=on]");
    return page;
  }

  private static Locator button(Page page, String label) {
    return page.locator("#page").getByText(label, new Locator.GetByTextOptions().setExact(true));
  }
}
