package dev.muster.bot.console;

import dev.muster.bot.console.Screen.Look;
import dev.muster.bot.console.view.AlertViews;
import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Visit;
import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.intake.history.Alert;
import dev.muster.commands.intake.history.AlertFilter;
import dev.muster.commands.intake.history.AlertHistory;
import dev.muster.commands.intake.history.AlertRef;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of alerts, and one alert. Blocking. */
final class AlertPages {

  private static final String LIST = "/alerts";

  private final Screen screen;
  private final AlertHistory alerts;
  private final List<String> sources;

  AlertPages(Screen screen, AlertHistory alerts, List<String> sources) {
    this.screen = screen;
    this.alerts = alerts;
    this.sources = sources;
  }

  Answer list(Visit visit) {
    var words = Arrays.stream(AlertStatus.values()).map(AlertStatus::word).toList();
    var status = Choices.in(LIST, visit, "status", words);
    var source = Choices.in(LIST, visit, "source", sources);
    var filter =
        new AlertFilter(
            status.chosen().map(AlertPages::status),
            source.chosen(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var page = alerts.list(filter, Listing.page(visit));
    var views = new AlertViews(screen.times(visit));
    var model = new Listing(LIST, List.of(status, source)).model(visit, page, views::row);
    var look = new Look("alerts", "Alerts", LIST, LIST, Listing.isNewest(visit));
    return screen.show(visit, look, model);
  }

  Answer one(Visit visit) {
    return AlertRef.parse(visit.value("id"))
        .flatMap(alerts::find)
        .map(alert -> show(visit, alert))
        .orElseGet(() -> screen.missing("There is no such alert", LIST, "See all alerts"));
  }

  private Answer show(Visit visit, Alert alert) {
    var views = new AlertViews(screen.times(visit));
    var row = views.row(alert);
    var model =
        Map.of(
            "alert", row,
            "summary", alert.summary().orElse(""),
            "fields", views.fields(alert),
            "labels", AlertViews.texts(alert.labels()),
            "annotations", AlertViews.texts(alert.annotations()));
    return screen.show(visit, new Look("alert", alert.title(), row.href(), LIST, false), model);
  }

  private static AlertStatus status(String word) {
    return Arrays.stream(AlertStatus.values())
        .filter(status -> status.word().equals(word))
        .findFirst()
        .orElseThrow();
  }
}
