package dev.muster.bot.console;

import dev.muster.bot.console.ConsoleServices.Archive;
import dev.muster.bot.console.Screen.Look;
import dev.muster.bot.console.view.AlertViews;
import dev.muster.bot.console.view.IncidentViews;
import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Visit;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentStatus;
import dev.muster.commands.incident.search.SearchWords;
import dev.muster.commands.intake.history.AlertFilter;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The list of incidents, the search, and one incident. Blocking. */
final class IncidentPages {

  private static final String LIST = "/incidents";
  private static final String OPEN = "open";
  private static final int FOUND = 50;
  private static final int ALERTS = 50;
  private static final int LINES = 200;

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

  Answer one(Visit visit) {
    return IncidentId.parse(visit.value("id"))
        .flatMap(archive.incidents()::find)
        .map(incident -> show(visit, incident))
        .orElseGet(() -> missing(visit.value("id")));
  }

  private Answer missing(String id) {
    return screen.missing("There is no incident " + id, LIST, "See all incidents");
  }

  private Answer search(Visit visit, String asked) {
    var words = SearchWords.of(asked);
    var exact = words.number().flatMap(archive.incidents()::find);
    if (exact.isPresent()) {
      return Answer.seeOther(IncidentViews.href(exact.get().id()));
    }
    var found = archive.search().find(words, FOUND + 1);
    var model = new HashMap<String, Object>();
    var views = new IncidentViews(screen.times(visit));
    model.put("rows", found.stream().limit(FOUND).map(views::row).toList());
    model.put("hasMore", found.size() > FOUND);
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

  private Answer show(Visit visit, Incident incident) {
    var views = new IncidentViews(screen.times(visit));
    var alertViews = new AlertViews(screen.times(visit));
    var timeline = archive.incidents().timeline(incident.id(), LINES);
    var alerts = archive.alerts().list(AlertFilter.of(incident.id()), PageRequest.first(ALERTS));
    var model = new HashMap<String, Object>();
    model.put("incident", views.row(incident));
    model.put("summary", incident.headline().summary().orElse(""));
    model.put("fields", views.fields(incident));
    model.put("blocks", screen.messages(visit).blocks(IncidentViews.actions(incident)));
    model.put("channel", incident.channel());
    model.put("timeline", timeline.reversed().stream().map(views::line).toList());
    model.put("isCut", timeline.size() == LINES);
    model.put("alerts", alerts.items().stream().map(alertViews::row).toList());
    model.put("hasMoreAlerts", alerts.nextCursor().isPresent());
    var href = IncidentViews.href(incident.id());
    model.put("next", href);
    var heading = incident.id() + " " + incident.headline().title();
    return screen.show(visit, new Look("incident", heading, href, LIST, true), model);
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
