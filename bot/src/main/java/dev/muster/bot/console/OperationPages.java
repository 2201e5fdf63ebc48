package dev.muster.bot.console;

import dev.muster.bot.chat.view.Links;
import dev.muster.bot.console.Choices.UnknownChoice;
import dev.muster.bot.console.Screen.Look;
import dev.muster.bot.console.view.RunViews;
import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Visit;
import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.argument.Value;
import dev.muster.commands.operation.Leads;
import dev.muster.commands.operation.Operation;
import dev.muster.commands.operation.OperationCard;
import dev.muster.commands.operation.OperationFilter;
import dev.muster.commands.operation.OperationId;
import dev.muster.commands.operation.OperationLog;
import dev.muster.commands.store.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** The operation log, and one entry of it. Blocking. */
final class OperationPages {

  private static final String LIST = "/operations";
  private static final List<String> FILTERS = List.of("text", "since", "until");

  private final Screen screen;
  private final OperationLog log;
  private final Leads leads;

  OperationPages(Screen screen, OperationLog log, Leads leads) {
    this.screen = screen;
    this.log = log;
    this.leads = leads;
  }

  Answer list(Visit visit) {
    var isVain = OperationFilter.isVain(visit.value("text"));
    var page =
        isVain
            ? new Page<Operation>(List.of(), Optional.empty())
            : log.list(filter(visit), Listing.page(visit));
    var views = screen.runs(visit);
    var address = LIST;
    for (var name : FILTERS) {
      var value = visit.value(name);
      address = value.isEmpty() ? address : Links.with(address, name, value);
    }
    var seesRuns = leads.maySeeRuns(visit.person());
    var runs = page.items().stream().flatMap(one -> one.entry().run().stream()).toList();
    var kept = leads.kept().apply(runs);
    var model =
        new Listing(address, List.of())
            .model(visit, page, one -> views.operation(one, kept, seesRuns));
    FILTERS.forEach(name -> model.put(name, visit.value(name)));
    model.put("isFiltered", !address.equals(LIST));
    model.put("isVain", isVain);
    var isNewest = Listing.isNewest(visit);
    return screen.show(visit, new Look("operations", "Operation log", LIST, LIST, isNewest), model);
  }

  private OperationFilter filter(Visit visit) {
    var filter = OperationFilter.ALL.about(visit.value("text"));
    var since = time(visit, "since").map(filter::since).orElse(filter);
    return time(visit, "until").map(since::until).orElse(since);
  }

  /** As it can be typed behind {@code /ops list} too. */
  private Optional<Instant> time(Visit visit, String name) {
    var said = visit.value(name);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    return switch (Readers.passed().read(said, new Asker(visit.person(), screen.now()))) {
      case Value.Good<Instant>(var at) -> Optional.of(at);
      case Value.Bad<Instant>(var problem, _) ->
          throw new UnknownChoice(LIST, name + ": " + problem);
    };
  }

  Answer one(Visit visit) {
    return OperationId.parse(visit.value("id"))
        .flatMap(log::find)
        .map(operation -> show(visit, operation))
        .orElseGet(() ->
            screen.missing(
                "There is no operation " + visit.value("id"), LIST, "See all operations"));
  }

  private Answer show(Visit visit, Operation operation) {
    var href = LIST + "/" + operation.id();
    var model = new HashMap<String, Object>(screen.buttons(href));
    var lead = leads.of(operation, visit.person());
    model.put("blocks", screen.messages(visit).blocks(OperationCard.of(operation, lead)));
    model.put("run", lead.run().map(RunViews::href).orElse(""));
    var heading = "Operation " + operation.id();
    return screen.show(visit, new Look("operation", heading, href, LIST, false), model);
  }
}
