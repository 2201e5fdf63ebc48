package dev.muster.integrations.slack.fake.strict;

import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Messages that came twice: the same words and metadata in the same place. */
final class Doubles {

  private record Likeness(String where, String thread, String text, JsonNode metadata) {}

  private Doubles() {}

  static List<Entry> in(List<Entry> entries) {
    var seen = new HashSet<Likeness>();
    return entries.stream()
        .filter(it -> it.is(Kind.MESSAGE))
        .filter(it -> !seen.add(likenessOf(it)))
        .toList();
  }

  private static Likeness likenessOf(Entry entry) {
    return new Likeness(
        entry.where(), entry.threadTs(), entry.text(), entry.body().path("metadata"));
  }
}
