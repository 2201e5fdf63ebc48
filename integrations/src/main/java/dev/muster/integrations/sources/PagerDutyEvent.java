package dev.muster.integrations.sources;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.integrations.sources.body.Bounds;
import dev.muster.integrations.sources.body.CleanText;
import dev.muster.integrations.sources.body.Json;
import dev.muster.integrations.sources.body.WebLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The alert of an event whose shape is right. */
final class PagerDutyEvent {

  private static final List<String> ABOUT =
      List.of("severity", "source", "component", "group", "class");
  private static final String DETAILS = "custom_details";
  private static final int LONGEST_LABEL = 200;
  private static final int LINKS = 20;

  private PagerDutyEvent() {}

  /**
   * A trigger's {@code timestamp} is when the tool noticed it and not when the problem began, and
   * PagerDuty opens a new alert at each trigger after a resolve, whatever the timestamp: so it is
   * an annotation and no start, which would make a repeated one a late copy.
   */
  static AlertEvent of(Json.Fields event) {
    var payload = event.fields("payload");
    var summary = payload.text("summary").map(String::strip).orElse("");
    return new AlertEvent(
        dedupKey(event),
        PagerDutyShape.action(event).orElseThrow(),
        payload.text("severity").map(word -> CleanText.cut(word, Bounds.SEVERITY)),
        CleanText.cut(summary, Bounds.TITLE),
        Optional.of(CleanText.cut(summary, Bounds.SUMMARY))
            .filter(text -> summary.length() > Bounds.TITLE),
        Bounds.entries(labels(payload)),
        Bounds.entries(annotations(event, payload)),
        links(event),
        Optional.empty(),
        Optional.empty());
  }

  /** A trigger without a key is an alert of its own, with a key that its sender is told. */
  private static String dedupKey(Json.Fields event) {
    return event
        .text("dedup_key")
        .map(key -> Bounds.key(key, Bounds.DEDUP_KEY))
        .orElseGet(() -> UUID.randomUUID().toString().replace("-", ""));
  }

  /** What routes can match: what the event is about, and the short ones of its details. */
  private static Json.Fields labels(Json.Fields payload) {
    var labels = new LinkedHashMap<String, Json>();
    for (var name : ABOUT) {
      payload.text(name).ifPresent(text -> labels.put(name, new Json.Text(text)));
    }
    payload
        .fields(DETAILS)
        .values()
        .forEach((name, value) -> {
          if (isShort(value)) {
            labels.putIfAbsent(name, value);
          }
        });
    return new Json.Fields(labels);
  }

  private static Json.Fields annotations(Json.Fields event, Json.Fields payload) {
    var annotations = new LinkedHashMap<String, Json>();
    payload.text("timestamp").ifPresent(at -> annotations.put("timestamp", new Json.Text(at)));
    event.text("client").ifPresent(client -> annotations.put("client", new Json.Text(client)));
    switch (payload.get(DETAILS)) {
      case Json.Fields(var details) ->
          details.forEach((name, value) -> {
            if (!isShort(value) && value != Json.Word.NULL) {
              annotations.putIfAbsent(name, value);
            }
          });
      case Json.Word word when word == Json.Word.NULL -> {}
      case Json other -> annotations.put(DETAILS, other);
    }
    return new Json.Fields(annotations);
  }

  private static boolean isShort(Json value) {
    return switch (value) {
      case Json.Text(var text) ->
          !text.isBlank() && text.length() <= LONGEST_LABEL && text.indexOf('\n') < 0;
      case Json.Number _ -> true;
      case Json.Word word -> word != Json.Word.NULL;
      case Json.Items _, Json.Fields _ -> false;
    };
  }

  private static Map<String, String> links(Json.Fields event) {
    var links = new TreeMap<String, String>();
    add(links, "client", event, "client_url");
    each(event, "links")
        .forEach(link -> add(links, link.text("text").orElse("link"), link, "href"));
    each(event, "images").forEach(image -> add(links, "image", image, "src"));
    return links;
  }

  /** Under its name, or under its name and a number where that is taken. */
  private static void add(Map<String, String> links, String name, Json.Fields of, String field) {
    var url = of.text(field).flatMap(WebLink::of);
    if (url.isEmpty() || links.size() >= LINKS) {
      return;
    }
    var plain = CleanText.cut(name.strip(), Bounds.TITLE / 2);
    var free = plain;
    for (var number = 2; links.containsKey(free); number++) {
      free = plain + " " + number;
    }
    links.put(free, url.get());
  }

  private static List<Json.Fields> each(Json.Fields event, String name) {
    return event.get(name) instanceof Json.Items(var items)
        ? items.stream().filter(Json.Fields.class::isInstance).map(Json.Fields.class::cast).toList()
        : List.of();
  }
}
