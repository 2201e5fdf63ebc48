package dev.muster.bot.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.muster.bot.chat.ChatServer;
import dev.muster.bot.chat.Chromium;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginBrowserIT {

  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
  private static final String SERIOUS =
      """
      async () => (await axe.run()).violations
        .filter(it => ["serious", "critical"].includes(it.impact))
        .map(it => it.id + ": " + it.nodes.map(node => node.html).join(" | "))
      """;

  private static Chromium chromium;

  private ChatServer server;

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (chromium != null) {
      chromium.close();
    }
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
  void nothing_on_the_way_is_hard_to_see_hear_or_fit_on_a_phone() throws IOException {
    var axe = source();
    var phone = chromium.as("nobody", server, 390, 844);
    var dark = chromium.inTheDark("nobody", server);

    for (var page : List.of(phone, dark)) {
      page.navigate(server.address() + "/login");
      isFine(page, axe);
      ask(page);
      isFine(page, axe);
      var link = server.address() + Visitors.path(Visitors.link(server));
      page.navigate(link);
      isFine(page, axe);
      button(page, "Log in").click();
      assertThat(page.locator("h1")).hasText("Overview");
      isFine(page, axe);
      page.navigate(link);
      assertThat(page.locator("h1")).hasText("This link no longer works");
      isFine(page, axe);
    }
  }

  private void ask(Page page) {
    var before = server.logins.sent.size();
    page.locator("#name").fill("devops");
    button(page, "Send me a link").click();
    assertThat(page.locator("h1")).hasText("Look into your mail");
    await().until(() -> server.logins.sent.size() > before);
  }

  private static void isFine(Page page, String axe) {
    page.evaluate(axe);
    assertThat((List<?>) page.evaluate(SERIOUS)).as(page.url()).isEmpty();
    var width = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assertThat(width).as(page.url()).isNotPositive();
  }

  private static Locator button(Page page, String label) {
    return page.locator("button:visible", new Page.LocatorOptions().setHasText(label));
  }

  private static String source() throws IOException {
    try (var in = Objects.requireNonNull(LoginBrowserIT.class.getResourceAsStream(AXE))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
