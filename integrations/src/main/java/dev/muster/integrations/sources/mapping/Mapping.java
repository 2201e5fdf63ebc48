package dev.muster.integrations.sources.mapping;

import dev.muster.commands.alert.AlertStatus;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where in a body an alert's parts are. Immutable; what it does not say is not read.
 *
 * @param forEach the list whose items are an alert each; absent: the body is one alert
 * @param dedup what makes it the same alert; where that says nothing, its title does
 * @param group what alerts of several bodies have in common
 */
public record Mapping(
    Optional<JsonPath> forEach,
    Words title,
    Words summary,
    Words dedup,
    Words group,
    Status status,
    Words severity,
    Times times,
    Entries labels,
    Entries annotations,
    Map<String, Words> links) {

  public Mapping {
    links = Map.copyOf(links);
  }

  /**
   * What says how the alert stands, and what its words mean; those that are missing here have their
   * usual meaning, unless {@code *} says what all others mean.
   */
  public record Status(Words said, Map<String, AlertStatus> meanings) {

    private static final String ANY_OTHER = "*";

    public Status {
      var plain = new LinkedHashMap<String, AlertStatus>();
      meanings.forEach((word, status) -> plain.put(plain(word), status));
      meanings = Map.copyOf(plain);
    }

    Optional<AlertStatus> of(String word) {
      var known = Optional.ofNullable(meanings.get(plain(word)));
      return known
          .or(() -> Optional.ofNullable(meanings.get(ANY_OTHER)))
          .or(() -> UsualWords.status(word));
    }

    private static String plain(String word) {
      return word.strip().toLowerCase(Locale.ROOT);
    }
  }

  /** When it began and ended. */
  public record Times(Words startsAt, Words endsAt) {
    public static final Times NONE = new Times(Words.NONE, Words.NONE);
  }

  /**
   * Names and texts.
   *
   * @param whole an object whose members are all taken
   */
  public record Entries(Optional<JsonPath> whole, Map<String, Words> named) {
    public static final Entries NONE = new Entries(Optional.empty(), Map.of());

    public Entries {
      named = Map.copyOf(named);
    }
  }
}
