package dev.muster.bot.console;

import dev.muster.bot.console.Screen.Look;
import dev.muster.bot.console.view.AlertViews;
import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Visit;
import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.intake.history.Alert;
import dev.muster.commands.intake.history.AlertFilter;
import dev.muster.commands.intake.history.AlertHistory;
import dev.muster.commands.silence.command.Hush;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of alerts, and one alert. Blocking. */
final class AlertPages {

  private static final String LIST = "/alerts";

  private static final String SILENCED = "silenced";

  private final Screen screen;
  private final Doors doors;
  private final AlertHistory alerts;
  private final Hush hush;
  private final List<String> sources;

  AlertPages(Screen screen, Doors doors, AlertHistory alerts, Hush hush, List<String> sources) {
    this.screen = screen;
    this.doors = doors;
    this.alerts = alerts;
    this.hush = hush;
    this.sources = sources;
  }

  Answer list(Visit visit) {
    var words =
        Stream.concat(
                Arrays.stream(AlertStatus.values()).map(AlertStatus::word), Stream.of(SILENCED))
            .toList();
    var status = Choices.in(LIST, visit, "status", words);
    var source = Choices.in(LIST, visit, "source", sources);
    var filter =
        new AlertFilter(
            status.chosen().map(AlertPages::status),
            source.chosen(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var wanted = status.current().equals(SILENCED) ? filter.silenced() : filter;
    var page = alerts.list(wanted, Listing.page(visit));
    var views = new AlertViews(screen.times(visit));
    var model = new Listing(LIST, List.of(status, source)).model(visit, page, views::row);
    var look = new Look("alerts", "Alerts", LIST, LIST, Listing.isNewest(visit));
    return screen.show(visit, look, model);
  }

  Answer one(Visit visit) {
    return find(visit.value("id"))
        .map(alert -> show(visit, alert))
        .orElseGet(() -> screen.missing("There is no such alert", LIST, "See all alerts"));
  }

  private Optional<Alert> find(String id) {
    return Optional.of(id)
        .filter(it -> it.matches("[0-9]{1,18}"))
        .map(Long::valueOf)
        .flatMap(alerts::numbered);
  }

  private Answer show(Visit visit, Alert alert) {
    var views = new AlertViews(screen.times(visit));
    var row = views.row(alert);
    var model = new HashMap<String, Object>(screen.buttons(row.href()));
    model.put("alert", row);
    model.put("summary", alert.summary().orElse(""));
    model.put("blocks", screen.messages(visit).blocks(quiet(visit, alert)));
    model.put("fields", views.fields(alert));
    model.put("labels", AlertViews.texts(alert.labels()));
    model.put("annotations", AlertViews.texts(alert.annotations()));
    return screen.show(visit, new Look("alert", alert.title(), row.href(), LIST, false), model);
  }

  private Message quiet(Visit visit, Alert alert) {
    var blocks = new ArrayList<Block>();
    hush.line(alert).ifPresent(blocks::add);
    hush.button(alert)
        .filter(_ -> doors.maySilence(visit))
        .ifPresent(button -> blocks.add(new Block.Buttons(List.of(button))));
    return new Message(alert.title(), blocks);
  }

  /** What is silenced fires. */
  private static AlertStatus status(String word) {
    return word.equals(SILENCED) ? AlertStatus.FIRING : ofWord(word);
  }

  private static AlertStatus ofWord(String word) {
    return Arrays.stream(AlertStatus.values())
        .filter(status -> status.word().equals(word))
        .findFirst()
        .orElseThrow();
  }
}
