package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotCaret;
import dev.muster.bot.chat.Axe;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of those who play an incident, with a screen of their own.
 *
 * @param kind of screen: {@code wide} or {@code phone}
 */
record Seat(Page page, String site, String kind, int width, int height) {

  private static final Path PICTURES = Path.of("target", "screens");

  /** What a finger would miss: everything to press that is lower than 44 pixels. */
  private static final String TOO_SMALL =
      """
      () => [...document.querySelectorAll("button, .button, summary, select, textarea, .text, nav a")]
        .filter(it => it.checkVisibility() && it.getBoundingClientRect().height < 43.5)
        .map(it => it.outerHTML.slice(0, 120))
      """;

  /** Two in one line may be that much above each other. */
  private static final int SAME_LINE = 16;

  private static final String FOCUSED =
      """
      () => {
        const it = document.activeElement;
        const within = it.closest("#page") && it.checkVisibility();
        const at = it.getBoundingClientRect();
        return [within ? it.tagName + " " + it.textContent.trim().slice(0, 60) : "",
          Math.round(at.left + scrollX), Math.round(at.top + scrollY
            + [...document.querySelectorAll(".scroll")].reduce((sum, s) => sum + s.scrollTop, 0))];
      }
      """;

  private static final String WHOLE_HEIGHT =
      """
      () => innerHeight + Math.max(0, ...[...document.querySelectorAll(".scroll")]
        .filter(it => it.checkVisibility()).map(it => it.scrollHeight - it.clientHeight))
      """;

  void open(String path) {
    page.navigate(site + path);
    page.waitForSelector("body[data-live=on]");
  }

  /** Only what is on the screen: a thread and its channel may show the same button. */
  void press(String label) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(label).setExact(true))
        .first()
        .click();
  }

  /** In the channel that is open. */
  void command(String text) {
    fill("channel-text", text);
    at("#channel-text").press("Enter");
  }

  Locator at(String selector) {
    return page.locator(selector);
  }

  void fill(String id, String text) {
    at("#" + id).fill(text);
  }

  /** Something to press, and where it is. */
  record Place(String text, int left, int top) {

    boolean isBehind(Place other) {
      return Math.abs(top - other.top) < SAME_LINE ? left > other.left : top > other.top;
    }
  }

  /** What the first presses of Tab lead to on the page itself, behind its skip link. */
  List<Place> tabbed(int presses) {
    at("#page").focus();
    return Stream.generate(this::tab)
        .limit(presses)
        .takeWhile(place -> !place.text().isEmpty())
        .toList();
  }

  private Place tab() {
    page.keyboard().press("Tab");
    var found = (List<?>) page.evaluate(FOCUSED);
    return new Place(
        (String) found.get(0),
        ((Number) found.get(1)).intValue(),
        ((Number) found.get(2)).intValue());
  }

  /** By day as it is on the screen, by night in its whole length; nobody is kept out by either. */
  void picture(String name) {
    page.mouse().move(0, 0);
    light(ColorScheme.LIGHT);
    look(name + "-" + kind);
    light(ColorScheme.DARK);
    var whole = ((Number) page.evaluate(WHOLE_HEIGHT)).intValue();
    page.setViewportSize(width, whole);
    look(name + "-" + kind + "-dark");
    page.setViewportSize(width, height);
    light(ColorScheme.LIGHT);
  }

  /** At once, without colours on their way from one to the other. */
  private void light(ColorScheme scheme) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE));
  }

  private void look(String name) {
    // With the caret as it is: hiding it takes a style that the pages' own policy forbids.
    page.screenshot(
        new ScreenshotOptions()
            .setPath(PICTURES.resolve(name + ".png"))
            .setCaret(ScreenshotCaret.INITIAL));
    assertThat(Axe.faults(page)).as(name).isEmpty();
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .as("%s does not scroll sideways", name)
        .isLessThanOrEqualTo(width);
    if (kind.equals("phone")) {
      assertThat((List<?>) page.evaluate(TOO_SMALL)).as(name).isEmpty();
    }
  }

  static Path pictures() {
    return PICTURES.toAbsolutePath();
  }
}
