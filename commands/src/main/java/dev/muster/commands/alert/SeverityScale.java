package dev.muster.commands.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The team's own severities, worst first, and which canonical ones each of them takes. */
public record SeverityScale(List<Severity> levels, Map<CanonicalSeverity, Severity> from) {

  public SeverityScale {
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("a scale has at least one level");
    }
    levels = List.copyOf(levels);
    from = Map.copyOf(from);
  }

  public Optional<Severity> named(String name) {
    return levels.stream().filter(level -> level.name().equals(name)).findFirst();
  }

  /** The team's level for a sender's; a canonical one that no level takes goes to the nearest. */
  public Severity of(CanonicalSeverity canonical) {
    var taken = from.get(canonical);
    if (taken != null) {
      return taken;
    }
    return levels.stream()
        .filter(level -> !canonical.isWorseThan(level.level()))
        .reduce((first, second) -> second)
        .orElse(levels.getFirst());
  }
}
