package dev.muster.bot.console;

import dev.muster.bot.chat.view.Links;
import dev.muster.bot.console.Screen.Look;
import dev.muster.bot.console.view.RunViews;
import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Visit;
import dev.muster.commands.chat.Message;
import dev.muster.commands.operation.Leads;
import dev.muster.commands.operation.Operation;
import dev.muster.commands.operation.OperationCard;
import dev.muster.commands.operation.OperationFilter;
import dev.muster.commands.operation.OperationId;
import dev.muster.commands.operation.OperationLog;
import java.util.HashMap;
import java.util.List;

/** The operation log, and one entry of it. Blocking. */
final class OperationPages {

  private static final String LIST = "/operations";

  /** They are reached from the runs. */
  private static final String TAB = "/runs";

  private final Screen screen;
  private final OperationLog log;
  private final Leads leads;

  OperationPages(Screen screen, OperationLog log, Leads leads) {
    this.screen = screen;
    this.log = log;
    this.leads = leads;
  }

  Answer list(Visit visit) {
    var text = visit.value("text");
    var page = log.list(OperationFilter.ALL.about(text), Listing.page(visit));
    var views = new RunViews(screen.times(visit));
    var address = text.isEmpty() ? LIST : Links.with(LIST, "text", text);
    var seesRuns = leads.maySeeRuns(visit.person());
    var runs = page.items().stream().flatMap(one -> one.entry().run().stream()).toList();
    var kept = leads.kept().apply(runs);
    var model =
        new Listing(address, List.of())
            .model(visit, page, one -> views.operation(one, kept, seesRuns));
    model.put("seesRuns", seesRuns);
    model.put("text", text);
    var isNewest = Listing.isNewest(visit);
    return screen.show(visit, new Look("operations", "Operation log", LIST, TAB, isNewest), model);
  }

  Answer one(Visit visit) {
    return OperationId.parse(visit.value("id"))
        .flatMap(log::find)
        .map(operation -> show(visit, operation))
        .orElseGet(() ->
            screen.missing(
                "There is no operation " + visit.value("id"), LIST, "See all operations"));
  }

  private Message card(Visit visit, Operation operation) {
    return OperationCard.of(operation, visit.person(), leads);
  }

  private Answer show(Visit visit, Operation operation) {
    var href = LIST + "/" + operation.id();
    var model = new HashMap<String, Object>(screen.buttons(href));
    model.put("blocks", screen.messages(visit).blocks(card(visit, operation)));
    model.put("run", leads.run(operation, visit.person()).map(RunViews::href).orElse(""));
    var heading = "Operation " + operation.id();
    return screen.show(visit, new Look("operation", heading, href, TAB, false), model);
  }
}
