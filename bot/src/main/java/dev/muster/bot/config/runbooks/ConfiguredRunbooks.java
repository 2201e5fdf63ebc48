package dev.muster.bot.config.runbooks;

import dev.muster.bot.config.steps.StepAccess;
import dev.muster.runbooks.engine.port.Surroundings;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.reading.Runbooks.Others;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The runbooks that can be run, and what they are given. A runbook of the team's own stands before
 * one of the library that has its name. Thread-safe.
 *
 * @param own those of the folder, by name
 * @param library those of the jar; read when they are asked for
 * @param vars what they may use by its name
 * @param secrets variables of the environment that they may be given
 * @param staleAfter how old their last review may be before that is said aloud
 * @param access what their steps may do that is off unless the configuration says so
 */
public record ConfiguredRunbooks(
    Map<String, Definition> own,
    Others library,
    Map<String, String> vars,
    Set<String> secrets,
    Duration staleAfter,
    StepAccess access) {

  public static final ConfiguredRunbooks NONE =
      new ConfiguredRunbooks(
          Map.of(), Others.NONE, Map.of(), Set.of(), Surroundings.STALE_AFTER, StepAccess.USUAL);

  public ConfiguredRunbooks {
    own = Collections.unmodifiableMap(new TreeMap<>(own));
    vars = Collections.unmodifiableMap(new TreeMap<>(vars));
    secrets = Set.copyOf(secrets);
  }

  public Optional<Definition> find(String name) {
    return Optional.ofNullable(own.get(name)).or(() -> library.find(name));
  }

  /** Those that the clock starts. The library has none: nobody chose when. */
  public List<Runbook> timed() {
    return own.values().stream()
        .map(Definition::runbook)
        .filter(runbook -> !runbook.triggers().times().isEmpty())
        .toList();
  }

  /** By name; the first call reads the library. */
  public List<Definition> all() {
    var all = new TreeMap<String, Definition>();
    library.names().forEach(name -> library.find(name).ifPresent(it -> all.put(name, it)));
    all.putAll(own);
    return List.copyOf(all.values());
  }
}
