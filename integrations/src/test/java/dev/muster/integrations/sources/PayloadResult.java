package dev.muster.integrations.sources;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertSource;
import dev.muster.commands.alert.AlertSource.Reading;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Fault;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What came of reading a body, under the names that the index of cases uses. */
final class PayloadResult {

  private static final JsonMapper JSON = JsonMapper.shared();

  private PayloadResult() {}

  static ObjectNode of(AlertSource source, byte[] body) {
    var result = JSON.createObjectNode().put("source", source.name());
    switch (source.read(body)) {
      case Reading.Readable(var batch) -> describe(batch, result);
      case Reading.Unreadable(var fault) -> result.set("fault", describe(fault));
    }
    return result;
  }

  private static void describe(AlertBatch batch, ObjectNode result) {
    result
        .put("status", batch.status().word())
        .put("severity", batch.severityRaw().orElse(null))
        .put(
            "severityNorm",
            batch
                .severityRaw()
                .flatMap(CanonicalSeverity::of)
                .map(CanonicalSeverity::word)
                .orElse(null))
        .put("title", batch.title().isEmpty() ? null : batch.title())
        .put("alertCount", batch.alerts().size())
        .put("groupKey", batch.groupKey().orElse(null))
        .put("truncated", batch.truncated());
    result.set("perAlert", each(batch, alert -> alert.status().word()));
    result.set("perAlertTitle", each(batch, AlertEvent::title));
    result.set("fingerprints", each(batch, AlertEvent::dedupKey));
    result.set("startsAt", each(batch, alert -> alert.startsAt().map(Object::toString).orElse("")));
    result.set("links", each(batch, alert -> String.join(" ", alert.links().keySet())));
  }

  private static JsonNode each(AlertBatch batch, Function<AlertEvent, String> word) {
    var words = JSON.createArrayNode();
    batch.alerts().forEach(alert -> words.add(word.apply(alert)));
    return words;
  }

  private static JsonNode describe(Fault fault) {
    var place = JSON.createObjectNode();
    fault.position().ifPresent(at -> place.put("line", at.line()).put("column", at.column()));
    fault.pointer().ifPresent(pointer -> place.put("pointer", pointer));
    return place;
  }
}
