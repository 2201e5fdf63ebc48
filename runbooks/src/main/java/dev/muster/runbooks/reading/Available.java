package dev.muster.runbooks.reading;

import dev.muster.runbooks.kind.Kinds;
import java.time.LocalDate;
import java.util.Set;

/**
 * What runbooks are checked against.
 *
 * @param vars the names of what the configuration lets them use
 * @param roles those of the configuration
 * @param secrets variables of the environment that they may be given
 * @param channels those of the configuration; empty where nobody knows them
 */
public record Available(
    Kinds kinds,
    Set<String> vars,
    Set<String> roles,
    Set<String> secrets,
    Set<String> channels,
    LocalDate today) {

  public Available {
    vars = Set.copyOf(vars);
    roles = Set.copyOf(roles);
    secrets = Set.copyOf(secrets);
    channels = Set.copyOf(channels);
  }

  /** Where nobody knows which channels there are. */
  public Available(
      Kinds kinds, Set<String> vars, Set<String> roles, Set<String> secrets, LocalDate today) {
    this(kinds, vars, roles, secrets, Set.of(), today);
  }
}
