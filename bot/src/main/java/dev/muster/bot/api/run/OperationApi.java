package dev.muster.bot.api.run;

import dev.muster.commands.operation.Operation;
import dev.muster.commands.operation.Operation.Addendum;
import dev.muster.commands.operation.OperationFilter;
import dev.muster.commands.operation.OperationId;
import dev.muster.commands.operation.OperationLog;
import dev.muster.commands.store.PageRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What the API lets programs read of the operation log. Blocking and thread-safe. */
public record OperationApi(OperationLog log) {

  /** A page of operations, the latest first. */
  public JsonObject list(OperationFilter filter, PageRequest page) {
    var found = log.list(filter, page);
    var items = found.items().stream().map(OperationApi::shape).toList();
    var json = new JsonObject().put("operations", new JsonArray(items));
    RunShapes.put(json, "nextCursor", found.nextCursor());
    return json;
  }

  /** Empty where there is no such entry. */
  public Optional<JsonObject> one(String id) {
    return OperationId.parse(id).flatMap(log::find).map(OperationApi::shape);
  }

  private static JsonObject shape(Operation operation) {
    var entry = operation.entry();
    var account = entry.account();
    var json =
        new JsonObject()
            .put("id", operation.id().value())
            .put("at", RunShapes.time(account.at()))
            .put("operation", account.what())
            .put("reason", account.reason())
            .put("by", entry.by().id())
            .put("writtenAt", RunShapes.time(entry.writtenAt()))
            .put(
                "added",
                new JsonArray(operation.addenda().stream().map(OperationApi::added).toList()));
    text(json, "impact", account.impact());
    text(json, "issues", account.issues());
    text(json, "followUp", account.followUp());
    RunShapes.put(json, "tookSeconds", account.took().map(length -> length.toSeconds()));
    RunShapes.put(json, "runId", entry.run().map(run -> run.value()));
    RunShapes.put(json, "incidentId", entry.incident().map(id -> id.value()));
    return json;
  }

  private static JsonObject added(Addendum one) {
    return new JsonObject()
        .put("to", one.part().word())
        .put("text", one.text())
        .put("by", one.by().id())
        .put("at", RunShapes.time(one.at()));
  }

  private static void text(JsonObject json, String name, String text) {
    RunShapes.put(json, name, Optional.of(text).filter(it -> !it.isEmpty()));
  }
}
