package dev.muster.bot.console;

import dev.muster.bot.console.ConsoleServices.Archive;
import dev.muster.bot.console.ConsoleServices.Machine;
import dev.muster.bot.console.ConsoleServices.Rota;
import dev.muster.bot.console.Screen.Look;
import dev.muster.bot.console.view.AlertViews;
import dev.muster.bot.console.view.DeliveryViews;
import dev.muster.bot.console.view.DutyViews;
import dev.muster.bot.console.view.OpenIncidents;
import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Visit;
import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.history.AlertFilter;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.engine.port.RunLists.Stage;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The first page: is anything burning, who has it, who is on call, what came in lately, is Muster
 * itself well. Blocking.
 */
final class DashboardPage {

  private static final int INCIDENTS = 20;
  private static final int ALERTS = 8;
  private static final int RUNS = 5;
  private static final int TROUBLES = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Screen screen;
  private final Doors doors;
  private final Archive archive;
  private final Rota rota;
  private final Machine machine;

  DashboardPage(Screen screen, Doors doors, ConsoleServices services) {
    this.screen = screen;
    this.doors = doors;
    this.archive = services.archive();
    this.rota = services.rota();
    this.machine = services.machine();
  }

  Answer show(Visit visit) {
    var model = new HashMap<String, Object>();
    var seesIncidents = doors.isOpen(visit, Doors.INCIDENTS);
    var seesAlerts = doors.isOpen(visit, Doors.ALERTS);
    var seesDuty = doors.isOpen(visit, Doors.ON_CALL);
    model.put("seesIncidents", seesIncidents);
    model.put("seesAlerts", seesAlerts);
    model.put("seesDuty", seesDuty);
    if (seesIncidents) {
      var worst = archive.incidents().worstFirst(IncidentFilter.OPEN, 0, INCIDENTS);
      var counts = archive.incidents().openBySeverity();
      model.put("open", OpenIncidents.of(worst, counts, screen.times(visit)));
    }
    var seesRuns = doors.maySeeRuns(visit);
    model.put("seesRuns", seesRuns);
    model.put("waiting", seesRuns ? waiting(visit) : Map.of());
    if (seesDuty) {
      var views = new DutyViews(rota.onCall(), screen.directory(), screen.times(visit));
      model.put("duties", rota.schedules().all().stream().map(views::row).toList());
    }
    if (seesAlerts) {
      model.putAll(lately(visit));
    }
    model.put("late", late());
    model.put("toMend", machine.troubles().get());
    return screen.show(visit, new Look("dashboard", "Overview", "/", "/", true), model);
  }

  /** Those that go on only when somebody answers; empty where there are none. */
  private Map<String, Object> waiting(Visit visit) {
    var views = screen.runs(visit);
    var open = archive.runs().open();
    var needs = open.getOrDefault(Stage.NEEDS_ATTENTION, 0L);
    var asks = open.getOrDefault(Stage.WAITING, 0L);
    var parts =
        Stream.of(
                Optional.of(needs + (needs == 1 ? " needs attention" : " need attention"))
                    .filter(_ -> needs > 0),
                Optional.of(asks + (asks == 1 ? " waits" : " wait") + " for an answer")
                    .filter(_ -> asks > 0))
            .flatMap(Optional::stream)
            .toList();
    var lines = archive.runs().waiting(RUNS);
    var rows = views.rows(lines, archive.runs().held(lines));
    return rows.isEmpty() ? Map.of() : Map.of("headline", String.join(", ", parts), "rows", rows);
  }

  private Map<String, Object> lately(Visit visit) {
    var alertViews = new AlertViews(screen.times(visit));
    var deliveryViews = new DeliveryViews(screen.times(visit));
    var alerts = archive.alerts().list(AlertFilter.ALL, PageRequest.first(ALERTS)).items();
    return Map.of(
        "quiet", SilencePages.headline(archive.silences()),
        "alerts", alerts.stream().map(alertViews::row).toList(),
        "troubles", troubles().stream().map(deliveryViews::row).toList());
  }

  /** What waits to be sent for longer than sending takes; empty for nothing. */
  private String late() {
    var waits = machine.backlog().get();
    return waits.oldest().compareTo(PATIENCE) < 0
        ? ""
        : (waits.count() == 1
                ? "1 post or reminder waits"
                : waits.count() + " posts, mails or reminders wait")
            + " to be sent, the oldest for "
            + Words.duration(waits.oldest());
  }

  private List<Delivery> troubles() {
    return Stream.of(Delivery.State.UNREADABLE, Delivery.State.FAILED)
        .map(state -> archive.deliveries().list(Optional.of(state), PageRequest.first(TROUBLES)))
        .flatMap(page -> page.items().stream())
        .sorted(Comparator.comparing((Delivery one) -> one.id().receivedAt()).reversed())
        .limit(TROUBLES)
        .toList();
  }
}
