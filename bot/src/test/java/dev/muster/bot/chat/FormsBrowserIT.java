package dev.muster.bot.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.incident.IncidentId;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormsBrowserIT {

  @AutoClose private static Chromium chromium;

  private ChatServer server;

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
  }

  @BeforeEach
  void start() {
    server = new ChatServer(InstantSource.system(), true, 0);
    server.incidents.open(CanonicalSeverity.CRITICAL, "database_down", "Gone.", "learnhub-db");
  }

  @AfterEach
  void stop() {
    chromium.clear();
    server.close();
  }

  @Test
  void declares_by_keyboard_alone_after_a_mistake() {
    var page = chromium.as("devops", server);
    say(page, "/incident declare");
    var form = form(page);
    assertThat(form.locator("[name='f.title']")).isFocused();

    page.keyboard().type("Checkout is down");
    page.keyboard().press("Enter");
    assertThat(form.locator(".field.wrong")).hasCount(1);
    assertThat(form.locator("[aria-invalid=true]").first()).isFocused();
    assertThat(form.locator("[name='f.title']")).hasValue("Checkout is down");
    page.keyboard().press("Space");
    page.keyboard().press("Enter");

    assertThat(page.locator(".dock .answer")).containsText("Declared #1043");
    assertThat(form).hasCount(0);
    assertThat(chromium.complaints).isEmpty();
  }

  /** An Enter that comes at once must not reach a form that the browser still sends by itself. */
  @Test
  void is_live_in_the_moment_in_which_it_shows() {
    var page = chromium.as("devops", server);
    page.navigate(server.address() + "/chat");
    page.waitForSelector("body[data-live=on]");
    page.evaluate(
        """
        document.addEventListener("htmx:afterSwap", () => setTimeout(() => {
          const form = document.querySelector("dialog[data-form] form");
          form.querySelector("[name='f.text']").value = "At once";
          form.requestSubmit();
        }), { once: true })\
        """);
    page.locator("#channel-text").fill("/incident note 1042");
    page.locator("#channel-text").press("Enter");

    assertThat(page.locator(".dock .answer")).containsText("Noted in #1042.");
  }

  @Test
  void closes_by_escape_and_opens_again_with_what_was_typed() {
    var page = chromium.as("devops", server);
    say(page, "/incident note 1042");
    page.keyboard().type("half a word");

    page.keyboard().press("Escape");
    assertThat(form(page)).isHidden();
    page.getByText("Open the form").click();

    assertThat(form(page).locator("textarea")).hasValue("half a word");
    assertThat(form(page).locator("textarea")).isFocused();
  }

  @Test
  void stays_open_with_everything_in_it_while_muster_is_away() {
    var page = chromium.as("devops", server);
    say(page, "/incident note 1042");
    form(page).locator("textarea").fill("kept");
    page.context().setOffline(true);

    form(page).getByText("Send").click();
    assertThat(form(page).locator("[data-notice]")).containsText("Not sent, your text is kept.");
    assertThat(form(page).locator("textarea")).hasValue("kept");
    page.context().setOffline(false);
    form(page).getByText("Send").click();

    assertThat(page.locator(".dock .answer")).containsText("Noted in #1042.");
  }

  @Test
  void fits_a_phone_with_all_of_its_fields() {
    var phone = chromium.as("devops", server, 390, 844);
    say(phone, "/incident edit 1042");

    assertThat(form(phone).locator("[name='f.title']")).hasValue("database_down");
    assertThat((boolean) phone.evaluate("document.body.scrollWidth <= innerWidth")).isTrue();
    assertThat(form(phone).getByText("Send")).isInViewport();
    form(phone).locator("[name='f.root-cause']").fill("Disk was full");
    form(phone).getByText("Send").click();

    assertThat(phone.locator(".dock .answer")).containsText("Root cause: Disk was full");
    var incident = server.incidents.find(new IncidentId(1042)).orElseThrow();
    assertThat(incident.details().findings().rootCause()).contains("Disk was full");
  }

  private void say(Page page, String text) {
    page.navigate(server.address() + "/chat");
    page.waitForSelector("body[data-live=on]");
    page.locator("#channel-text").fill(text);
    page.locator("#channel-text").press("Enter");
    assertThat(form(page)).isVisible();
  }

  private static Locator form(Page page) {
    return page.locator("dialog[data-form]");
  }
}
