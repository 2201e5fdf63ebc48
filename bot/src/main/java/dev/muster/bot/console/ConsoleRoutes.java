package dev.muster.bot.console;

import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Exchange;
import dev.muster.bot.page.Forms;
import dev.muster.bot.page.Pages;
import dev.muster.bot.page.Visit;
import dev.muster.commands.operation.Leads;
import dev.muster.commands.permission.OwnButtons;
import dev.muster.commands.silence.Silences;
import dev.muster.commands.silence.command.Hush;
import io.vertx.ext.web.Router;
import java.util.function.Function;

/** The addresses of the console. */
public final class ConsoleRoutes {

  private static final int LARGEST_FORM_BYTES = 256 * 1024;

  private final Exchange exchange;
  private final Forms forms;
  private final Doors doors;
  private final DashboardPage dashboard;
  private final IncidentPages incidents;
  private final IncidentPage incident;
  private final IncidentForms changes;
  private final AlertPages alerts;
  private final SilencePages quiet;
  private final DeliveryPages deliveries;
  private final RunPages runs;
  private final OperationPages operations;

  public ConsoleRoutes(Pages pages, ConsoleServices services) {
    var archive = services.archive();
    var screen = new Screen(pages, services.directory(), services.clock());
    exchange = pages.exchange();
    forms = new Forms(pages);
    doors = new Doors(pages.frame(), services.directory());
    dashboard = new DashboardPage(screen, doors, services);
    incidents = new IncidentPages(screen, archive);
    incident = new IncidentPage(screen, doors, services);
    changes = new IncidentForms(incident, services.desk());
    var silences = archive.silences();
    var hush = new Hush(() -> new Silences(silences.active()), services.clock());
    alerts = new AlertPages(screen, doors, archive.alerts(), hush, services.machine().sources());
    quiet = new SilencePages(screen, doors, silences);
    deliveries = new DeliveryPages(screen, archive.deliveries());
    var own = new OwnButtons(services.desk().router()::resolve, services.directory());
    runs = new RunPages(screen, archive.runs(), own);
    var leads = new Leads(services.directory(), archive.runs().lists()::kept);
    operations = new OperationPages(screen, archive.operations(), leads);
  }

  public void mount(Router router) {
    router.get("/").handler(context -> exchange.page(context, dashboard::show));
    page(router, "/incidents", Doors.INCIDENTS, incidents::list);
    page(router, "/incidents/:id", Doors.INCIDENTS, incident::show);
    router
        .get("/incidents/:id/edit")
        .handler(context -> exchange.page(context, visit -> doors.toAct(visit, incident::edit)));
    form(router, "/incidents/:id/edit", changes::edit);
    form(router, "/incidents/:id/update", changes::update);
    form(router, "/incidents/:id/note", changes::note);
    page(router, "/alerts", Doors.ALERTS, alerts::list);
    page(router, "/alerts/:id", Doors.ALERTS, alerts::one);
    page(router, "/silences", Doors.ALERTS, quiet::list);
    runs(router, "/runs", runs::list);
    runs(router, "/runs/:id", runs::one);
    page(router, "/operations", Doors.REPORTS, operations::list);
    page(router, "/operations/:id", Doors.REPORTS, operations::one);
    page(router, "/deliveries", Doors.ALERTS, deliveries::list);
    page(router, "/deliveries/:id", Doors.ALERTS, deliveries::one);
  }

  private void page(Router router, String path, String area, Function<Visit, Answer> work) {
    router
        .get(path)
        .handler(context -> exchange.page(context, visit -> doors.through(visit, area, work)));
  }

  private void runs(Router router, String path, Function<Visit, Answer> work) {
    router.get(path).handler(context -> exchange.page(context, visit -> doors.toRuns(visit, work)));
  }

  private void form(Router router, String path, Function<Visit, Answer> work) {
    forms
        .of(router.post(path), LARGEST_FORM_BYTES)
        .handler(context -> exchange.part(context, visit -> doors.toAct(visit, work)));
  }
}
