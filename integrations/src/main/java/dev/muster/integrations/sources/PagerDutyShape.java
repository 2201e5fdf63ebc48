package dev.muster.integrations.sources;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.alert.Fault;
import dev.muster.integrations.sources.body.CleanText;
import dev.muster.integrations.sources.body.Json;
import dev.muster.integrations.sources.body.JsonText;
import dev.muster.integrations.sources.body.UnreadableBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an event must have, in the words that PagerDuty's clients know. */
final class PagerDutyShape {

  private static final Set<String> SEVERITIES = Set.of("critical", "error", "warning", "info");
  private static final int SHOWN = 40;

  private PagerDutyShape() {}

  /** Something that an event lacks, or has and may not. */
  record Wrong(String pointer, String words) {}

  /** Throws {@link UnreadableBody} with all that is wrong, and the place of the first. */
  static void check(Json.Fields event) {
    var wrongs = wrongs(event);
    if (!wrongs.isEmpty()) {
      var words = wrongs.stream().map(Wrong::words).collect(Collectors.joining("; "));
      throw new UnreadableBody(Fault.at(wrongs.getFirst().pointer(), words));
    }
  }

  static List<Wrong> wrongs(Json.Fields event) {
    var wrongs = new ArrayList<Wrong>();
    var action = action(event);
    if (!event.has("event_action")) {
      wrongs.add(missing("", "event_action"));
    } else if (action.isEmpty()) {
      wrongs.add(invalid("", "event_action", event, "'trigger', 'acknowledge' or 'resolve'"));
    } else if (action.get() == AlertStatus.FIRING) {
      payload(event, wrongs);
    } else if (event.text("dedup_key").isEmpty()) {
      wrongs.add(missing("", "dedup_key"));
    }
    return wrongs;
  }

  /** Empty when it is none that there is. */
  static Optional<AlertStatus> action(Json.Fields event) {
    return event
        .text("event_action")
        .map(PagerDutyShape::plain)
        .flatMap(word ->
            Optional.ofNullable(
                switch (word) {
                  case "trigger" -> AlertStatus.FIRING;
                  case "acknowledge" -> AlertStatus.ACKNOWLEDGED;
                  case "resolve" -> AlertStatus.RESOLVED;
                  default -> null;
                }));
  }

  private static void payload(Json.Fields event, List<Wrong> wrongs) {
    if (!event.has("payload")) {
      wrongs.add(missing("", "payload"));
      return;
    }
    if (!(event.get("payload") instanceof Json.Fields payload)) {
      var found = event.get("payload").kind();
      wrongs.add(new Wrong("/payload", "'payload' is invalid (must be an object), found " + found));
      return;
    }
    for (var name : List.of("summary", "source", "severity")) {
      if (payload.text(name).isEmpty()) {
        wrongs.add(missing("payload", name));
      }
    }
    if (payload.text("severity").filter(word -> !SEVERITIES.contains(plain(word))).isPresent()) {
      var words = "'critical', 'error', 'warning' or 'info'";
      wrongs.add(invalid("payload", "severity", payload, words));
    }
  }

  private static Wrong missing(String parent, String name) {
    return new Wrong(pointer(parent, name), "'" + path(parent, name) + "' is missing or blank");
  }

  private static Wrong invalid(String parent, String name, Json.Fields fields, String words) {
    var found = JsonText.quoted(CleanText.cut(fields.get(name).asText(), SHOWN));
    return new Wrong(
        pointer(parent, name),
        "'%s' is invalid (must be one of the following: %s), found %s"
            .formatted(path(parent, name), words, found));
  }

  private static String path(String parent, String name) {
    return parent.isEmpty() ? name : parent + "." + name;
  }

  private static String pointer(String parent, String name) {
    return (parent.isEmpty() ? "" : "/" + parent) + "/" + name;
  }

  private static String plain(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }
}
