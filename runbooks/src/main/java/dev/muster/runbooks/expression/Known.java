package dev.muster.runbooks.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of a name before anything runs. Immutable. */
public sealed interface Known {

  /** A value of this sort. */
  record Value(Sort sort) implements Known {}

  /**
   * No value itself: names below it, and no others.
   *
   * @param one what each of them is: {@code input}
   * @param several more of them: {@code inputs}
   */
  record Group(String one, String several, Map<String, Known> names) implements Known {
    public Group {
      names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    /** With one more. */
    public Group and(String name, Known known) {
      var more = new LinkedHashMap<>(names);
      more.put(name, known);
      return new Group(one, several, more);
    }
  }

  /** A name that leads somewhere, only not from here. */
  record Elsewhere(String why) implements Known {}

  /** What a value is, so far as that is certain. */
  enum Sort {
    TEXT,
    WHOLE,
    DECIMAL,
    YES_NO,
    LENGTH,
    TIME,
    LIST,
    MAP,
    /** Only the run shows. */
    ANYTHING
  }

  static Known of(Sort sort) {
    return new Value(sort);
  }
}
