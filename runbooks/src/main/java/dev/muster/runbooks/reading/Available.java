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
 */
public record Available(
    Kinds kinds, Set<String> vars, Set<String> roles, Set<String> secrets, LocalDate today) {

  public Available {
    vars = Set.copyOf(vars);
    roles = Set.copyOf(roles);
    secrets = Set.copyOf(secrets);
  }
}
