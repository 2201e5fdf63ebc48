package dev.muster.bot.console;

import dev.muster.bot.chat.view.Links;
import dev.muster.bot.console.ConsoleServices.Archive;
import dev.muster.bot.console.Screen.Look;
import dev.muster.bot.console.form.EditSheet;
import dev.muster.bot.console.form.SaySheets;
import dev.muster.bot.console.form.Sheet;
import dev.muster.bot.console.view.AlertViews;
import dev.muster.bot.console.view.FieldView;
import dev.muster.bot.console.view.IncidentFacts;
import dev.muster.bot.console.view.IncidentViews;
import dev.muster.bot.console.view.RunRow;
import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Visit;
import dev.muster.commands.argument.Asker;
import dev.muster.commands.chat.Message;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.intake.history.AlertFilter;
import dev.muster.commands.runbook.card.FittingCard;
import dev.muster.commands.store.PageRequest;
import dev.muster.runbooks.language.Runbook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One incident: how it stands, what is known, what happened, and what can be done. Blocking. */
final class IncidentPage {

  private static final int RUNS = 50;
  private static final int ALERTS = 50;
  private static final int LINES = 30;

  private final Screen screen;
  private final Doors doors;
  private final Archive archive;
  private final ConsoleServices services;

  IncidentPage(Screen screen, Doors doors, ConsoleServices services) {
    this.screen = screen;
    this.doors = doors;
    this.archive = services.archive();
    this.services = services;
  }

  /**
   * What stands in the page's forms.
   *
   * @param edit empty: what is known is shown, not changed
   * @param said what came of the last attempt, where that was a refusal
   */
  record Sheets(Optional<Sheet> edit, Sheet update, Sheet note, Optional<Message> said) {}

  Answer show(Visit visit) {
    return found(visit, incident -> render(visit, incident, untouched(visit, incident)));
  }

  /** The same with the form in place of what is known. */
  Answer edit(Visit visit) {
    return found(
        visit,
        incident -> {
          var sheet = EditSheet.of(incident, asker(visit), services.desk().team());
          return render(visit, incident, with(untouched(visit, incident), sheet));
        });
  }

  Answer found(Visit visit, Function<Incident, Answer> work) {
    return IncidentId.parse(visit.value("id"))
        .flatMap(archive.incidents()::find)
        .map(work)
        .orElseGet(() ->
            screen.missing(
                "There is no incident " + visit.value("id"),
                IncidentPages.LIST,
                "See all incidents"));
  }

  Asker asker(Visit visit) {
    return new Asker(visit.person(), services.clock().instant());
  }

  Sheets untouched(Visit visit, Incident incident) {
    return new Sheets(
        Optional.empty(),
        SaySheets.update(incident, asker(visit), Map.of()),
        SaySheets.note(incident, Map.of()),
        Optional.empty());
  }

  static Sheets with(Sheets sheets, Sheet edit) {
    return new Sheets(Optional.of(edit), sheets.update(), sheets.note(), sheets.said());
  }

  Answer render(Visit visit, Incident incident, Sheets sheets) {
    var mayAct = doors.mayAct(visit) && !(incident.state() instanceof IncidentState.Merged);
    var views = new IncidentViews(screen.times(visit));
    var messages = screen.messages(visit);
    var href = IncidentViews.href(incident.id());
    var model = new HashMap<String, Object>();
    model.put("incident", views.row(incident));
    model.put("since", views.since(incident));
    model.put("summary", incident.headline().summary().orElse(""));
    model.put("mayAct", mayAct);
    model.put("whoActs", doors.who(visit, IncidentActions.ACT));
    model.put("blocks", messages.blocks(IncidentViews.actions(incident, mayAct)));
    model.put("channel", incident.channel());
    model.put("next", href);
    model.put("editHref", href + "/edit");
    model.put("edit", sheets.edit().map(Sheet::view).orElse(null));
    model.put("update", sheets.update().view());
    model.put("note", sheets.note().view());
    model.put("said", sheets.said().map(messages::blocks).orElse(List.of()));
    model.putAll(facts(visit, incident));
    model.putAll(timeline(visit, incident, views));
    model.putAll(alerts(visit, incident));
    model.put("runs", runs(visit, incident));
    model.put("runbooks", messages.blocks(runbooks(visit, incident)));
    var heading = incident.id() + " " + incident.headline().title();
    var look = new Look("incident", heading, href, IncidentPages.LIST, true);
    return screen.show(visit, look, model);
  }

  private Map<String, Object> facts(Visit visit, Incident incident) {
    var history = archive.history();
    var facts = new IncidentFacts(incident, screen.times(visit));
    var reminders = services.desk().reminders().of(incident, history.began(incident));
    var targets = facts.targets(reminders);
    return Map.of(
        "people", facts.people(),
        "times", facts.times(),
        "targets", targets,
        "late", targets.stream().filter(FieldView::isLate).toList(),
        "report", facts.report(),
        "fields", facts.others(history.mergedInto(incident.id())));
  }

  private Map<String, Object> timeline(Visit visit, Incident incident, IncidentViews views) {
    var before = Optional.of(visit.value("before")).filter(cursor -> !cursor.isEmpty());
    var page = archive.history().timeline(incident.id(), new PageRequest(LINES, before));
    var href = IncidentViews.href(incident.id());
    return Map.of(
        "timeline", page.items().stream().map(views::line).toList(),
        "newest", before.isEmpty() ? "" : href + "#timeline",
        "older",
            page.nextCursor()
                .map(cursor -> Links.with(href, "before", cursor) + "#timeline")
                .orElse(""));
  }

  /** Who may see no run sees none here. */
  private List<RunRow> runs(Visit visit, Incident incident) {
    if (!doors.maySeeRuns(visit)) {
      return List.of();
    }
    var lines = archive.runs().of(incident.id(), RUNS);
    return screen.runs(visit).rows(lines, archive.runs().held(lines));
  }

  /** What may help, while there is something to help with. */
  private Message runbooks(Visit visit, Incident incident) {
    var fitting =
        incident.isOpen() && doors.maySeeRuns(visit)
            ? archive.runs().fitting(incident)
            : List.<Runbook>of();
    var freshness = archive.runs().freshness().apply(visit.person().zone());
    return FittingCard.of(incident.id(), fitting, freshness);
  }

  private Map<String, Object> alerts(Visit visit, Incident incident) {
    var views = new AlertViews(screen.times(visit));
    var page = archive.alerts().list(AlertFilter.of(incident.id()), PageRequest.first(ALERTS));
    return Map.of(
        "alerts", page.items().stream().map(views::row).toList(),
        "hasMoreAlerts", page.nextCursor().isPresent());
  }
}
