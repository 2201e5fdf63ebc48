package dev.muster.bot.console;

import dev.muster.bot.chat.view.MessageViews;
import dev.muster.bot.chat.view.Times;
import dev.muster.bot.console.view.RunViews;
import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Frame;
import dev.muster.bot.page.Pages;
import dev.muster.bot.page.Visit;
import dev.muster.commands.people.Directory;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every page of the console has around its own part. */
final class Screen {

  private final Pages pages;
  private final Directory directory;
  private final InstantSource clock;

  Screen(Pages pages, Directory directory, InstantSource clock) {
    this.pages = pages;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * How a page is to look.
   *
   * @param address where it is
   * @param tab the address of the list that it belongs to
   * @param isLive whether it follows what happens while it is looked at
   */
  record Look(String template, String heading, String address, String tab, boolean isLive) {}

  Answer show(Visit visit, Look look, Map<String, ?> own) {
    var model = new HashMap<String, Object>(own);
    model.putAll(pages.navigation().at(look.tab(), look.address(), visit.person()));
    model.put("me", visit.person());
    model.put("way", visit.way());
    model.put("now", clock.instant());
    model.put("site", visit.site());
    model.put("alertAt", clock.instant().truncatedTo(ChronoUnit.SECONDS));
    model.put("heading", look.heading());
    model.put("isLive", look.isLive());
    model.put("showsChannels", visit.value("show").equals("channels"));
    model.putIfAbsent("asked", "");
    return Answer.page(200, pages.frame().page(look.template(), look.heading(), model));
  }

  /** What buttons on a page need that belongs to no channel: they are said in the first one. */
  Map<String, Object> buttons(String address) {
    var channels = pages.navigation().names();
    return Map.of("channel", channels.isEmpty() ? "" : channels.getFirst(), "next", address);
  }

  Answer missing(String what, String list, String words) {
    var lines = List.of("It may have been removed, or the address was cut off.");
    return pages.frame().notice(404, what, lines, new Frame.Way(list, words));
  }

  Instant now() {
    return clock.instant();
  }

  Times times(Visit visit) {
    return new Times(visit.person().zone(), clock.instant());
  }

  MessageViews messages(Visit visit) {
    return new MessageViews(times(visit), directory);
  }

  RunViews runs(Visit visit) {
    return new RunViews(times(visit), messages(visit));
  }

  Directory directory() {
    return directory;
  }
}
