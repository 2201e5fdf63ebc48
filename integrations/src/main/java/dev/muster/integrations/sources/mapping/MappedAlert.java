package dev.muster.integrations.sources.mapping;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.alert.Fault;
import dev.muster.commands.text.Sha256;
import dev.muster.integrations.sources.body.Bounds;
import dev.muster.integrations.sources.body.CleanText;
import dev.muster.integrations.sources.body.Json;
import dev.muster.integrations.sources.body.JsonText;
import dev.muster.integrations.sources.body.UnreadableBody;
import dev.muster.integrations.sources.body.WebLink;
import dev.muster.integrations.sources.mapping.JsonPath.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One alert, from the part of a body that tells of it. */
final class MappedAlert {

  private static final int SHOWN = 40;

  private MappedAlert() {}

  static AlertEvent of(Scope scope, Mapping mapping) {
    var status = status(scope, mapping.status());
    var title = mapping.title().in(scope);
    var dedup = mapping.dedup().in(scope);
    if (title.isEmpty() && (dedup.isEmpty() || status == AlertStatus.FIRING)) {
      throw new UnreadableBody(
          Fault.at(
              scope.here().pointer(),
              "nothing here says what the alert is about; tell under `mapping` of the integration"
                  + " where its `title` is, then replay this"));
    }
    return new AlertEvent(
        dedup
            .map(key -> Bounds.key(key, Bounds.DEDUP_KEY))
            .orElseGet(() -> Sha256.hex(title.orElseThrow())),
        status,
        mapping.severity().in(scope).map(word -> CleanText.cut(word, Bounds.SEVERITY)),
        CleanText.cut(title.orElse(""), Bounds.TITLE),
        summary(scope, mapping, title),
        Bounds.entries(entries(scope, mapping.labels())),
        Bounds.entries(entries(scope, mapping.annotations())),
        links(scope, mapping),
        mapping.times().startsAt().in(scope).flatMap(UsualWords::time),
        mapping.times().endsAt().in(scope).flatMap(UsualWords::time));
  }

  private static AlertStatus status(Scope scope, Mapping.Status status) {
    var said = status.said().in(scope);
    if (said.isEmpty()) {
      return AlertStatus.FIRING;
    }
    return status
        .of(said.get())
        .orElseThrow(() ->
            new UnreadableBody(
                Fault.at(
                    status.said().pointer(scope).orElse(scope.here().pointer()),
                    "nobody knows what the status "
                        + JsonText.quoted(CleanText.cut(said.get(), SHOWN))
                        + " means; tell under `mapping` of the integration, as `statusMap`,"
                        + " whether it is firing or resolved, then replay this")));
  }

  /** Only what the title does not say already. */
  private static Optional<String> summary(Scope scope, Mapping mapping, Optional<String> title) {
    return mapping
        .summary()
        .in(scope)
        .filter(text -> !text.equals(title.orElse("")))
        .map(text -> CleanText.cut(text, Bounds.SUMMARY));
  }

  /** Of an object taken whole, a null says nothing. */
  private static Json.Fields entries(Scope scope, Mapping.Entries entries) {
    var all = new LinkedHashMap<String, Json>();
    entries
        .whole()
        .flatMap(path -> path.one(scope))
        .ifPresent(found -> {
          if (found.value() instanceof Json.Fields(var members)) {
            members.forEach((name, value) -> {
              if (value != Json.Word.NULL) {
                all.put(name, value);
              }
            });
          }
        });
    new TreeMap<>(entries.named())
        .forEach(
            (name, words) -> words.in(scope).ifPresent(text -> all.put(name, new Json.Text(text))));
    return new Json.Fields(all);
  }

  private static Map<String, String> links(Scope scope, Mapping mapping) {
    var links = new TreeMap<String, String>();
    mapping
        .links()
        .forEach((name, words) ->
            words.in(scope).flatMap(WebLink::of).ifPresent(url -> links.put(name, url)));
    return links;
  }
}
