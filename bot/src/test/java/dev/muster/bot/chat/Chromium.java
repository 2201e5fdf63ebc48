package dev.muster.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Debian's Chromium, and everything that its pages complain of. */
public final class Chromium implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final Map<String, String> NO_DOWNLOAD =
      Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

  /** Playwright's own five seconds are not enough for a busy machine. */
  private static final double PATIENCE_MILLIS = 20_000;

  public final List<String> complaints = new CopyOnWriteArrayList<>();

  private final Playwright playwright =
      Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(PROGRAM)
                  .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")));

  private Chromium() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  /** Skips the test where there is none, except where the checks must all run. */
  public static Chromium start() {
    if (System.getenv("CI") != null) {
      assertThat(PROGRAM).exists();
    }
    assumeTrue(Files.exists(PROGRAM), "skipped: " + PROGRAM + " is not installed");
    return new Chromium();
  }

  /** A window of somebody's own. */
  public Page as(String person, ChatServer server) {
    return as(person, server, 1280, 800);
  }

  public Page as(String person, ChatServer server, int width, int height) {
    var page = window(width, height);
    page.context().addCookies(List.of(new Cookie("muster-as", person).setUrl(server.address())));
    return page;
  }

  /** A window of nobody's yet. */
  public Page window(int width, int height) {
    var page = context(width, height).newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    return page;
  }

  /** The same at night. */
  public Page inTheDark(String person, ChatServer server) {
    var page = as(person, server);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    return page;
  }

  private BrowserContext context(int width, int height) {
    var options = new Browser.NewContextOptions().setViewportSize(width, height);
    return browser.newContext(options);
  }

  /** Closes all windows and forgets what they complained of. */
  public void clear() {
    List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    complaints.clear();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
