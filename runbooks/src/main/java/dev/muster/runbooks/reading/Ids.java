package dev.muster.runbooks.reading;

import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.yaml.Place;
import dev.muster.runbooks.yaml.Words;
import java.util.HashMap;
import java.util.Map;

/** Sees to it that no id of a runbook stands twice. Not thread-safe. */
final class Ids {

  private final Map<String, Place> known = new HashMap<>();

  void add(String id, Section at) {
    var place = at.placeOf("id");
    var earlier = known.putIfAbsent(id, place);
    if (earlier != null && !earlier.equals(place)) {
      at.problem(
          place,
          "the id %s is taken %s; an id stands once in a runbook"
              .formatted(Words.quoted(id), earlier.seenFrom(place)));
    }
  }
}
