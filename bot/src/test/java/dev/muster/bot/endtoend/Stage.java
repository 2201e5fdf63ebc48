package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.muster.bot.chat.Chromium;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where people play together, each with a screen of their own. What all of them see after each step
 * is kept in {@code target/screens}; nobody's browser may complain.
 */
final class Stage implements BeforeEachCallback, AfterEachCallback {

  private final String story;
  private final List<Seat> seats = new ArrayList<>();
  private Optional<Chromium> chromium = Optional.empty();
  private int step;

  /** The names of its pictures begin with the story's. */
  Stage(String story) {
    this.story = story;
  }

  /** With a computer, as this person of the demo. */
  Seat desk(URI muster, String person) {
    return choosing(atDesk(muster), person);
  }

  /** With a phone, as this person of the demo. */
  Seat phone(URI muster, String person) {
    return choosing(atPhone(muster), person);
  }

  /** With a computer, and nobody yet. */
  Seat atDesk(URI muster) {
    return seat(muster, "wide", 1280, 800);
  }

  /** With a phone, and nobody yet. */
  Seat atPhone(URI muster) {
    return seat(muster, "phone", 390, 844);
  }

  private Seat seat(URI muster, String kind, int width, int height) {
    var page = chromium.orElseThrow().window(width, height);
    var seat = new Seat(page, muster.toString().replaceAll("/$", ""), kind, width, height);
    seats.add(seat);
    return seat;
  }

  private static Seat choosing(Seat seat, String person) {
    var page = seat.page();
    page.navigate(seat.site() + "/chat");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(person)).first().click();
    return seat;
  }

  /** Of all screens, as they are now. */
  void pictures(String what) {
    step++;
    var name = "%s%02d-%s".formatted(story, step, what);
    seats.forEach(seat -> seat.picture(name));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    chromium = Optional.of(Chromium.start());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    try {
      chromium.ifPresent(browser -> assertThat(browser.complaints).isEmpty());
    } finally {
      chromium.ifPresent(Chromium::close);
      System.out.println("Screens of " + context.getDisplayName() + ": " + Seat.pictures());
    }
  }
}
