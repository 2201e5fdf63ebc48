package dev.muster.runbooks.yaml;

import java.util.List;

/** A value of a YAML file and its place; a tree without loops. Immutable. */
public sealed interface Node {

  Place place();

  /** What it is, in words for people. */
  String words();

  default boolean isText(String expected) {
    return this instanceof Scalar(_, var kind, var text)
        && kind == Kind.TEXT
        && text.equals(expected);
  }

  /** What a scalar means in the core schema of YAML 1.2: {@code on} and {@code 09:00} are text. */
  enum Kind {
    TEXT("text"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    NOTHING("nothing");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** A single value, as it is written. */
  record Scalar(Place place, Kind kind, String text) implements Node {
    @Override
    public String words() {
      return kind.words;
    }

    @Override
    public String toString() {
      return words() + " at " + place;
    }
  }

  record Sequence(Place place, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String words() {
      return "a list";
    }
  }

  /** Keys and values in the order of the file; no key occurs twice. */
  record Mapping(Place place, List<Entry> entries) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String words() {
      return "a mapping";
    }
  }

  record Entry(Scalar key, Node value) {
    public String name() {
      return key.text();
    }
  }
}
