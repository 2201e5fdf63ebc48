package dev.muster.bot.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.muster.bot.chat.Axe;
import dev.muster.bot.chat.ChatServer;
import dev.muster.bot.chat.Chromium;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginBrowserIT {

  @AutoClose private static Chromium chromium;

  private ChatServer server;

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
  }

  @BeforeEach
  void start() {
    // Over plain http, as the browser comes here.
    var settings = new LoginSettings(Optional.of("http://muster.example"), Optional.empty());
    server = new ChatServer(InstantSource.system(), Optional.of(settings), 0);
  }

  @AfterEach
  void stop() {
    chromium.clear();
    server.close();
  }

  @Test
  void somebody_logs_in_on_a_phone_says_something_and_logs_out() {
    var phone = chromium.as("nobody", server, 390, 844);
    phone.navigate(server.address() + "/chat?channel=general");
    assertThat(phone.locator("h1")).hasText("Log in");

    ask(phone);
    phone.navigate(server.address() + Visitors.path(Visitors.link(server)));
    button(phone, "Log in").click();

    assertThat(phone.locator("h1")).hasText("#general");
    phone.locator("#channel-text").fill("hello from the train");
    phone.locator(".send").click();
    assertThat(phone.locator("#messages .byline").last()).containsText("DevOps Engineer");
    phone.locator("main .back").click();
    button(phone, "Log out").click();
    assertThat(phone.locator("h1")).hasText("Log in");
    phone.navigate(server.address() + "/chat");
    assertThat(phone.locator("h1")).hasText("Log in");
  }

  @Test
  void nothing_on_the_way_is_hard_to_see_hear_or_fit_on_a_phone() {
    var phone = chromium.as("nobody", server, 390, 844);
    var dark = chromium.inTheDark("nobody", server);

    for (var page : List.of(phone, dark)) {
      page.navigate(server.address() + "/login");
      isFine(page);
      ask(page);
      isFine(page);
      var link = server.address() + Visitors.path(Visitors.link(server));
      page.navigate(link);
      isFine(page);
      button(page, "Log in").click();
      assertThat(page.locator("h1")).hasText("Overview");
      isFine(page);
      page.navigate(link);
      assertThat(page.locator("h1")).hasText("This link no longer works");
      isFine(page);
    }
  }

  private void ask(Page page) {
    var before = server.logins.sent.size();
    page.locator("#name").fill("devops");
    button(page, "Send me a link").click();
    assertThat(page.locator("h1")).hasText("Look into your mail");
    await().until(() -> server.logins.sent.size() > before);
  }

  private static void isFine(Page page) {
    assertThat(Axe.faults(page)).as(page.url()).isEmpty();
    var width = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assertThat(width).as(page.url()).isNotPositive();
  }

  private static Locator button(Page page, String label) {
    return page.locator("button:visible", new Page.LocatorOptions().setHasText(label));
  }
}
