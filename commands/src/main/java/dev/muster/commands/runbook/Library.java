package dev.muster.commands.runbook;

import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.Runbook;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The runbooks that are configured now, by name. Immutable.
 *
 * @param lacking those of the library that cannot be used here yet, each with what is missing
 */
public record Library(Map<String, Definition> byName, Map<String, List<String>> lacking) {

  public static final Library EMPTY = new Library(Map.of());

  public Library {
    byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    lacking = Collections.unmodifiableMap(new TreeMap<>(lacking));
  }

  /** All that there are can be used. */
  public Library(Map<String, Definition> byName) {
    this(byName, Map.of());
  }

  /** In capitals or not: a phone writes the first letter large. */
  public Optional<Definition> find(String name) {
    return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
  }

  /** How what a word names is written, whether or not it can be used here. */
  public Optional<String> named(String word) {
    var name = word.toLowerCase(Locale.ROOT);
    return Optional.of(name).filter(it -> byName.containsKey(it) || lacking.containsKey(it));
  }

  /** In the order of their names. */
  public List<Runbook> runbooks() {
    return byName.values().stream().map(Definition::runbook).toList();
  }

  public List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
