package dev.muster.commands.people;

import java.util.Optional;
import java.util.Set;

/**
 * One thing that may be done, {@code area:verb}, such as {@code incident:act}; where it is granted,
 * perhaps narrowed to some runbooks, as in {@code runbook:run[tag=database]}.
 *
 * @param narrowedTo what stands between the brackets
 */
public record Right(String area, String verb, Optional<String> narrowedTo) {

  public Right(String area, String verb) {
    this(area, verb, Optional.empty());
  }

  /** Reads {@code area:verb}; either part may be {@code *} where a right is granted. */
  public static Right parse(String text) {
    var colon = text.indexOf(':');
    if (text.equals("*")) {
      return new Right("*", "*");
    }
    if (colon < 1 || colon == text.length() - 1) {
      throw new IllegalArgumentException("a right is written area:verb, such as incident:act");
    }
    var bracket = text.indexOf('[');
    return bracket < 0
        ? new Right(text.substring(0, colon), text.substring(colon + 1))
        : new Right(
            text.substring(0, colon),
            text.substring(colon + 1, bracket),
            Optional.of(text.substring(bracket + 1, text.length() - 1)));
  }

  /**
   * Whether somebody who was granted this right may do what needs {@code needed}. A narrowed one
   * covers only what is narrowed alike: never more than was meant.
   */
  public boolean covers(Right needed) {
    return (narrowedTo.isEmpty() || narrowedTo.equals(needed.narrowedTo)) && isFor(needed);
  }

  /**
   * The same of something that has these traits, such as {@code tag=database} and {@code
   * reads-only}: what is narrowed to one of them covers it too.
   */
  public boolean covers(Right needed, Set<String> traits) {
    return covers(needed) || (isFor(needed) && narrowedTo.filter(traits::contains).isPresent());
  }

  /** Whether it covers at least something of what is needed, however narrowed. */
  public boolean isFor(Right needed) {
    return (area.equals("*") || area.equals(needed.area))
        && (verb.equals("*") || verb.equals(needed.verb));
  }

  @Override
  public String toString() {
    var only = narrowedTo.map(what -> "[" + what + "]").orElse("");
    return area.equals("*") && verb.equals("*") ? "*" : area + ":" + verb + only;
  }
}
