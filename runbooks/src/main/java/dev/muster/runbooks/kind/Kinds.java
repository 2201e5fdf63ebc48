package dev.muster.runbooks.kind;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All kinds that this Muster has, by name. Immutable. */
public final class Kinds {

  private final Map<String, Kind> byName = new TreeMap<>();

  public Kinds(Collection<? extends Kind> kinds) {
    for (var kind : kinds) {
      if (byName.putIfAbsent(kind.name(), kind) != null) {
        throw new IllegalArgumentException("two kinds are called " + kind.name());
      }
    }
  }

  public Optional<Kind> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** By name. */
  public List<Kind> all() {
    return List.copyOf(byName.values());
  }
}
