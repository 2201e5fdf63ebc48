package dev.muster.bot.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The built-in chat in a real Chromium, as one person sees it. Close it. */
final class ChatWindow implements AutoCloseable {

  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final Map<String, String> NO_DOWNLOADS =
      Map.of(
          "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1",
          "PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS", "1");
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Page page;

  private ChatWindow(Playwright playwright, Page page) {
    this.playwright = playwright;
    this.page = page;
  }

  /** Picks the person, and looks at the channel where incidents are. */
  static ChatWindow open(URI muster, String person) {
    var chromium = Needed.program("/usr/bin/chromium", "chromium");
    var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOADS));
    var options = new LaunchOptions().setExecutablePath(chromium).setArgs(QUIET);
    var page =
        playwright
            .chromium()
            .launch(options)
            .newPage(new Browser.NewPageOptions().setViewportSize(1280, 800));
    page.navigate(muster.resolve("/chat").toString());
    button(page, person).click();
    page.navigate(muster.resolve("/chat?channel=incidents").toString());
    return new ChatWindow(playwright, page);
  }

  void press(String label) {
    button(page, label).click();
  }

  /** Waits until the only message that shows is one with this text; nobody reloads the page. */
  String awaitMessage(String text) {
    var message = page.locator("article.message");
    message.filter(new Locator.FilterOptions().setHasText(text)).waitFor();
    if (message.count() != 1) {
      throw new AssertionError("not one message but " + message.allInnerTexts());
    }
    return message.innerText();
  }

  /** Two pictures of it: as on a desk, and as on a phone. */
  void picture(String name) {
    picture(name + "-phone", 390, 844);
    picture(name + "-wide", 1280, 800);
  }

  @Override
  public void close() {
    playwright.close();
  }

  private void picture(String name, int width, int height) {
    page.setViewportSize(width, height);
    page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name)).first();
  }
}
