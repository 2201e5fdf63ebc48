package dev.muster.bot.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.chat.Message;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatBrowserIT {

  @AutoClose private static Chromium chromium;

  private ChatServer server;
  private long post;

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
  }

  @BeforeEach
  void start() {
    server = new ChatServer(InstantSource.system(), true, 0);
    post =
        server.incidents.open(CanonicalSeverity.CRITICAL, "database_down", "Gone.", "learnhub-db");
  }

  @AfterEach
  void stop() {
    chromium.clear();
    server.close();
  }

  @Test
  void acknowledges_by_button_and_everybody_sees_it() {
    var devops = open("devops", "/chat");
    var backend = open("backend", "/chat?channel=incidents&thread=" + post);

    button(devops, "Acknowledge").dblclick();

    assertThat(devops.locator("#messages .answer")).containsText("You have #1042");
    assertThat(devops.locator("#messages .content")).containsText("ACKNOWLEDGED by DevOps");
    assertThat(backend.locator("#replies .content").first()).containsText("ACKNOWLEDGED by DevOps");
    assertThat(backend.locator("#replies .message")).hasCount(2);
    assertThat(backend.locator("#messages .to-thread")).hasText("1 reply");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void asks_before_it_resolves_what_still_fires() {
    var devops = open("devops", "/chat");

    button(devops, "Resolve").click();
    assertThat(devops.locator("#confirm")).containsText("although 1 alert still fires?");
    devops.keyboard().press("Enter");
    assertThat(devops.locator("#messages .content")).containsText("TRIGGERED");
    button(devops, "Resolve").click();
    devops.locator("#confirm").getByText("Yes, do it").click();

    assertThat(devops.locator("#messages .content")).containsText("resolved after");
    assertThat(devops.locator("#messages .mark.resolved")).isVisible();
  }

  @Test
  void is_used_by_keyboard_alone() {
    var devops = open("devops", "/chat");
    var box = devops.locator("#channel-text");

    devops.keyboard().press("/");
    devops.keyboard().type("/ac");
    assertThat(devops.locator("#channel-options [role=option]")).hasCount(1);
    devops.keyboard().press("Tab");
    assertThat(box).hasValue("/incident ack ");
    devops.keyboard().type("1042");
    devops.keyboard().press("Enter");

    assertThat(devops.locator(".dock .answer")).containsText("You have #1042");
    assertThat(box).hasValue("");
    assertThat(box).isFocused();
    devops.keyboard().press("ArrowUp");
    assertThat(box).hasValue("/incident ack 1042");
    devops.keyboard().press("Escape");
    assertThat(devops.locator(".dock .answer")).hasCount(0);
  }

  @Test
  void shows_the_keys_and_closes_them() {
    var devops = open("devops", "/chat");

    devops.keyboard().press("?");
    assertThat(devops.locator("#keys")).isVisible();
    devops.keyboard().press("Escape");

    assertThat(devops.locator("#keys")).isHidden();
  }

  @Test
  void keeps_what_was_typed_when_it_could_not_be_sent() {
    var devops = open("devops", "/chat");
    var box = devops.locator("#channel-text");
    server.chat.isAway(true);

    box.fill("is anybody there?");
    box.press("Enter");
    assertThat(devops.locator(".dock .answer")).containsText("The database is away.");
    assertThat(box).hasValue("is anybody there?");
    devops.context().setOffline(true);
    box.press("Enter");
    assertThat(devops.locator(".dock .answer")).containsText("Not sent, your text is kept.");
    devops.context().setOffline(false);
    server.chat.isAway(false);
    box.press("Enter");

    assertThat(devops.locator("#messages .message").last()).containsText("is anybody there?");
    assertThat(box).hasValue("");
    assertThat(devops.locator("#messages .message")).hasCount(2);
  }

  @Test
  void holds_still_while_somebody_reads_above() {
    for (var number = 1; number <= 20; number++) {
      server.chat.post("incidents", Message.of("line " + number));
    }
    var devops = open("devops", "/chat");
    devops.evaluate("document.getElementById('messages').scrollTop = 100");

    server.chat.post("incidents", Message.of("news one"));
    server.chat.post("incidents", Message.of("news two"));

    var news = devops.locator("[data-news=messages]");
    assertThat(news).hasText("2 new ↓");
    assertThat(top(devops)).isEqualTo(100);
    news.click();
    assertThat(news).isHidden();
    assertThat(devops.locator("#messages .message").last()).isInViewport();
  }

  @Test
  void finds_its_way_back_on_a_phone_one_column_at_a_time() {
    var phone = chromium.as("devops", server, 390, 844);
    phone.navigate(server.address() + "/chat");

    phone.locator("#messages .to-thread").click();
    assertThat(phone.locator("#thread-text")).isVisible();
    assertThat(phone.locator("#messages")).isHidden();
    phone.locator("#thread [data-close]").click();
    assertThat(phone.locator("#messages")).isVisible();
    phone.locator("main .back").click();
    assertThat(phone.locator("nav.channels")).isVisible();
    phone.locator("[data-entry=general]").click();

    assertThat(phone.locator("#channel-text")).isVisible();
    assertThat((boolean) phone.evaluate("document.body.scrollWidth <= innerWidth")).isTrue();
  }

  @Test
  void marks_channels_with_something_new() {
    var devops = open("devops", "/chat");

    server.chat.post("general", Message.of("hello"));

    assertThat(devops.locator("[data-entry=general] .unread")).isVisible();
    devops.locator("[data-entry=general]").click();
    assertThat(devops.locator("[data-entry=general] .unread")).isHidden();
  }

  @Test
  void says_that_it_is_not_connected_and_catches_up() {
    var devops = open("devops", "/chat");
    var banner = devops.locator("#connection");

    devops.context().setOffline(true);
    server.endStreams();
    server.chat.post("incidents", Message.of("meanwhile"));
    assertThat(banner).containsText("Not connected, trying again");
    devops.context().setOffline(false);

    assertThat(devops.locator("#messages .message").last()).containsText("meanwhile");
    assertThat(banner).isHidden();
  }

  private Page open(String person, String path) {
    var page = chromium.as(person, server);
    page.navigate(server.address() + path);
    page.waitForSelector("body[data-live=on]");
    return page;
  }

  private static Locator button(Page page, String label) {
    return page.locator("#messages")
        .getByText(label, new Locator.GetByTextOptions().setExact(true));
  }

  private static int top(Page page) {
    return ((Number) page.evaluate("document.getElementById('messages').scrollTop")).intValue();
  }
}
