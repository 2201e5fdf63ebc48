package dev.muster.bot.console;

import dev.muster.bot.console.ConsoleServices.Archive;
import dev.muster.bot.console.Screen.Look;
import dev.muster.bot.console.view.AlertViews;
import dev.muster.bot.console.view.IncidentViews;
import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Visit;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.incident.IncidentStatus;
import dev.muster.commands.incident.search.SearchWords;
import dev.muster.commands.store.Page;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The list of incidents and the search. Blocking. */
final class IncidentPages {

  static final String LIST = "/incidents";
  private static final String OPEN = "open";
  private static final int FOUND = 50;

  private final Screen screen;
  private final Archive archive;

  IncidentPages(Screen screen, Archive archive) {
    this.screen = screen;
    this.archive = archive;
  }

  Answer list(Visit visit) {
    var asked = visit.value("q");
    if (!asked.isEmpty()) {
      return search(visit, asked);
    }
    var words = Stream.concat(Stream.of(OPEN), statuses()).toList();
    var status = Choices.in(LIST, visit, "status", words);
    var filter = status.chosen().map(IncidentPages::filter).orElse(IncidentFilter.ALL);
    var page = archive.incidents().list(filter, Listing.page(visit));
    return list(visit, "Incidents", status, page);
  }

  private Answer search(Visit visit, String asked) {
    var words = SearchWords.of(asked);
    var exact = words.number().flatMap(archive.incidents()::find);
    if (exact.isPresent()) {
      return Answer.seeOther(IncidentViews.href(exact.get().id()));
    }
    var found = archive.search().find(words, FOUND + 1);
    var alerts = archive.alerts().titled(words, FOUND + 1);
    var model = new HashMap<String, Object>();
    var views = new IncidentViews(screen.times(visit));
    model.put("rows", found.stream().limit(FOUND).map(views::row).toList());
    model.put("hasMore", found.size() > FOUND);
    var alertViews = new AlertViews(screen.times(visit));
    model.put("alerts", alerts.stream().limit(FOUND).map(alertViews::row).toList());
    model.put("hasMoreAlerts", alerts.size() > FOUND);
    model.put("asked", asked);
    var look = new Look("found", "Search", LIST, LIST, false);
    return screen.show(visit, look, model);
  }

  private Answer list(Visit visit, String heading, Choices status, Page<Incident> page) {
    var views = new IncidentViews(screen.times(visit));
    var model = new Listing(LIST, List.of(status)).model(visit, page, views::row);
    var look = new Look("incidents", heading, LIST, LIST, Listing.isNewest(visit));
    return screen.show(visit, look, model);
  }

  private static IncidentFilter filter(String word) {
    return word.equals(OPEN)
        ? IncidentFilter.OPEN
        : IncidentFilter.ALL.withStatuses(IncidentStatus.of(word).map(Set::of).orElse(Set.of()));
  }

  private static Stream<String> statuses() {
    return Arrays.stream(IncidentStatus.values()).map(IncidentStatus::word);
  }
}
