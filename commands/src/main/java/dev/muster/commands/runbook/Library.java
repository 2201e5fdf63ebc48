package dev.muster.commands.runbook;

import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.Runbook;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The runbooks that are configured now, by name. Immutable.
 *
 * @param troubles why a runbook that there is cannot be used here; empty for any other name
 */
public record Library(Map<String, Definition> byName, Function<String, List<String>> troubles) {

  public static final Library EMPTY = new Library(Map.of());

  public Library {
    byName = Collections.unmodifiableMap(new TreeMap<>(byName));
  }

  /** All that there are can be used. */
  public Library(Map<String, Definition> byName) {
    this(byName, _ -> List.of());
  }

  public Optional<Definition> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** In the order of their names. */
  public List<Runbook> runbooks() {
    return byName.values().stream().map(Definition::runbook).toList();
  }

  public List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
