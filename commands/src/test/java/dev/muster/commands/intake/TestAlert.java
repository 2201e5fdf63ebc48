package dev.muster.commands.intake;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An alert in a sender's words, about as short as one would say it. */
record TestAlert(
    String key, Optional<String> severity, Map<String, String> labels, Map<String, String> links) {

  static TestAlert alert(String key) {
    return new TestAlert(key, Optional.empty(), Map.of(), Map.of());
  }

  TestAlert severity(String word) {
    return new TestAlert(key, Optional.of(word), labels, links);
  }

  TestAlert label(String name, String value) {
    return new TestAlert(key, severity, with(labels, name, value), links);
  }

  TestAlert link(String name, String url) {
    return new TestAlert(key, severity, labels, with(links, name, url));
  }

  AlertEvent firing(Instant startsAt) {
    return event(AlertStatus.FIRING, Optional.of(startsAt), Optional.empty());
  }

  AlertEvent firing() {
    return event(AlertStatus.FIRING, Optional.empty(), Optional.empty());
  }

  AlertEvent resolved(Instant startsAt, Instant endsAt) {
    return event(AlertStatus.RESOLVED, Optional.of(startsAt), Optional.of(endsAt));
  }

  AlertEvent resolved() {
    return event(AlertStatus.RESOLVED, Optional.empty(), Optional.empty());
  }

  AlertEvent says(AlertStatus status) {
    return event(status, Optional.empty(), Optional.empty());
  }

  private AlertEvent event(
      AlertStatus status, Optional<Instant> startsAt, Optional<Instant> endsAt) {
    return new AlertEvent(
        key, status, severity, key, Optional.empty(), labels, Map.of(), links, startsAt, endsAt);
  }

  private static Map<String, String> with(Map<String, String> map, String name, String value) {
    var more = new TreeMap<>(map);
    more.put(name, value);
    return more;
  }
}
