package dev.muster.bot.console;

import dev.muster.bot.chat.view.Links;
import dev.muster.bot.console.Screen.Look;
import dev.muster.bot.console.view.RunViews;
import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Visit;
import dev.muster.bot.runbook.RunArchive;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Place;
import dev.muster.commands.permission.OwnButtons;
import dev.muster.commands.runbook.card.RunCard;
import dev.muster.commands.runbook.card.RunLine;
import dev.muster.commands.runbook.review.GlassCard;
import dev.muster.commands.runbook.words.LogPassage;
import dev.muster.commands.store.Page;
import dev.muster.runbooks.engine.port.RunLists.Fits;
import dev.muster.runbooks.engine.port.RunLists.Line;
import dev.muster.runbooks.engine.port.RunLists.Stage;
import dev.muster.runbooks.engine.port.RunLog.Numbered;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The list of runs, and one run with its steps and its log. Blocking. */
final class RunPages {

  private static final String LIST = "/runs";
  private static final int NAMES = 200;
  private static final int LINES = 200;

  private final Screen screen;
  private final RunArchive archive;
  private final OwnButtons own;

  /**
   * @param own leaves out what the reader of a page may not do
   */
  RunPages(Screen screen, RunArchive archive, OwnButtons own) {
    this.screen = screen;
    this.archive = archive;
    this.own = own;
  }

  Answer list(Visit visit) {
    var states = Arrays.stream(Stage.values()).map(Stage::word).toList();
    var state = Choices.in(LIST, visit, "state", states);
    var runbook = Choices.in(LIST, visit, "runbook", archive.lists().runbooks(NAMES));
    var asked = Listing.page(visit);
    var fits = new Fits(state.chosen().map(RunPages::stage), runbook.chosen());
    var before = asked.cursor().flatMap(RunId::parse);
    var found = archive.list(fits, before, asked.limit());
    var views = screen.runs(visit);
    var page = page(found, asked.limit());
    var rows = new Page<>(views.rows(page.items(), archive.held(page.items())), page.nextCursor());
    var model = new Listing(LIST, List.of(state, runbook)).model(visit, rows, Function.identity());
    model.put("reviews", archive.reviews().countOpen());
    var look = new Look("runs", "Runs", LIST, LIST, Listing.isNewest(visit));
    return screen.show(visit, look, model);
  }

  private static Page<Line> page(List<Line> found, int limit) {
    var shown = found.stream().limit(limit).toList();
    var next =
        found.size() > limit
            ? Optional.of(shown.getLast().id().toString())
            : Optional.<String>empty();
    return new Page<>(shown, next);
  }

  Answer one(Visit visit) {
    return RunId.parse(visit.value("id"))
        .flatMap(archive::find)
        .map(run -> show(visit, run))
        .orElseGet(
            () -> screen.missing("There is no run " + visit.value("id"), LIST, "See all runs"));
  }

  private Answer show(Visit visit, Run run) {
    var views = screen.runs(visit);
    var href = RunViews.href(run.id());
    var messages = screen.messages(visit);
    var model = new HashMap<String, Object>(screen.buttons(href));
    model.put("isOver", run.isOver());
    model.put("mark", RunViews.mark(Line.of(run).stage()));
    model.put("blocks", messages.blocks(own.left(card(run), reader(visit, run))));
    model.put("fields", views.fields(run, archive.incident(run)));
    model.put("inputs", views.inputs(run));
    model.put("steps", archive.steps(run).map(views::step).toList());
    model.put("ahead", archive.ahead(run).map(views::ahead).toList());
    var reviews = archive.reviews(run.id());
    model.put("reviews", messages.blocks(new Message("", GlassCard.of(reviews))));
    model.putAll(log(visit, run, views));
    var heading = "Run " + run.id() + " · " + run.origin().runbook().title();
    var isNewest = visit.value("before").isEmpty();
    return screen.show(visit, new Look("run-page", heading, href, LIST, isNewest), model);
  }

  private static Invocation reader(Visit visit, Run run) {
    var channel = run.origin().place().map(Attempt.Place::channel).orElse("");
    var place = new Place("web", channel, Optional.empty());
    return new Invocation(visit.person(), place, "", "page");
  }

  private Message card(Run run) {
    var now = screen.now();
    return archive
        .runbook(run)
        .map(runbook -> RunCard.atop(run, runbook, now))
        .orElseGet(() -> new Message("Run " + run.id(), List.of(RunLine.of(run, now))));
  }

  /** The end of it; what came before leads on page by page. */
  private Map<String, Object> log(Visit visit, Run run, RunViews views) {
    var href = RunViews.href(run.id());
    var before = RunId.parse(visit.value("before")).map(RunId::value);
    var lines = archive.log().last(run.id(), before.orElse(Long.MAX_VALUE), LINES);
    var older =
        lines.stream()
            .findFirst()
            .map(Numbered::number)
            .filter(number -> number > 1)
            .map(number -> Links.with(href, "before", number.toString()) + "#log");
    return Map.of(
        "log", LogPassage.of(lines, archive.runbook(run)).stream().map(views::passage).toList(),
        "newest", before.isEmpty() ? "" : href + "#log",
        "older", older.orElse(""));
  }

  private static Stage stage(String word) {
    return Arrays.stream(Stage.values())
        .filter(stage -> stage.word().equals(word))
        .findFirst()
        .orElseThrow();
  }
}
