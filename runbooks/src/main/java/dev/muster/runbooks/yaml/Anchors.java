package dev.muster.runbooks.yaml;

import java.util.HashMap;
import java.util.Map;

/** The anchored nodes of a document, and how large it becomes when its aliases are followed. */
final class Anchors {

  private static final int MOST_NODES = 20_000;
  private static final int MOST_ALIASES = 100;

  private record Anchored(Node node, int size) {}

  private final Map<String, Anchored> known = new HashMap<>();
  private int size;
  private int aliases;

  int size() {
    return size;
  }

  void count(Place place, int nodes) {
    size += nodes;
    if (size > MOST_NODES) {
      throw new Unreadable(
          place, "more than 20000 values, counting each alias as what it stands for");
    }
  }

  void define(String name, Node node, int sizeBefore) {
    known.put(name, new Anchored(node, size - sizeBefore));
  }

  Node follow(String name, Place place) {
    var target = known.get(name);
    if (target == null) {
      throw new Unreadable(
          place,
          "%s refers to no anchor %s above; a text that starts with `*` needs quotes"
              .formatted(Words.quoted("*" + name), Words.quoted("&" + name)));
    }
    if (++aliases > MOST_ALIASES) {
      throw new Unreadable(place, "more than 100 aliases; write the values out");
    }
    count(place, target.size());
    return target.node();
  }
}
