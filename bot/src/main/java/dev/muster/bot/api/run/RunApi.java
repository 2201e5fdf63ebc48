package dev.muster.bot.api.run;

import dev.muster.bot.runbook.RunArchive;
import dev.muster.commands.store.PageRequest;
import dev.muster.runbooks.engine.port.RunLists.Fits;
import dev.muster.runbooks.engine.port.RunLists.Stage;
import dev.muster.runbooks.run.RunId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the API lets programs read of runs. Blocking and thread-safe. */
public record RunApi(RunArchive archive) {

  /** The words of {@code state}. */
  public static List<String> states() {
    return Arrays.stream(Stage.values()).map(Stage::word).toList();
  }

  /**
   * A page of runs, the newest first.
   *
   * @param state one of {@link #states}
   */
  public JsonObject list(Optional<String> state, Optional<String> runbook, PageRequest page) {
    var stage =
        state.flatMap(
            word -> Arrays.stream(Stage.values()).filter(it -> it.word().equals(word)).findFirst());
    var found = archive.list(new Fits(stage, runbook), page.after(RunId::parse), page.limit());
    var shown = found.stream().limit(page.limit()).toList();
    var json = new JsonObject().put("runs", new JsonArray(RunShapes.briefs(shown)));
    return found.size() > shown.size()
        ? json.put("nextCursor", shown.getLast().id().toString())
        : json;
  }

  /** Empty where there is no such run. */
  public Optional<JsonObject> one(String id) {
    return RunId.parse(id)
        .flatMap(archive::find)
        .map(run ->
            RunShapes.whole(run, archive.steps(run).toList(), archive.reviews(run.id()))
                .mergeIn(RunShapes.belonging(archive.incident(run)))
                .mergeIn(RunTargets.of(run, archive.runbook(run))));
  }

  /** A page of its log, from the first line on; empty where there is no such run. */
  public Optional<JsonObject> log(String id, PageRequest page) {
    long after = page.after(RunId::parse).map(RunId::value).orElse(0L);
    return RunId.parse(id)
        .flatMap(archive::find)
        .map(run -> {
          var found = archive.log().page(run.id(), after, page.limit() + 1);
          var shown = found.stream().limit(page.limit()).toList();
          var lines = shown.stream().map(RunShapes::line).toList();
          var json = new JsonObject().put("lines", new JsonArray(lines));
          return found.size() > shown.size()
              ? json.put("nextCursor", Long.toString(shown.getLast().number()))
              : json;
        });
  }
}
