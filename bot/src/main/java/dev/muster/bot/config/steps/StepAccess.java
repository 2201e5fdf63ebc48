package dev.muster.bot.config.steps;

import dev.muster.integrations.http.Network;
import dev.muster.integrations.shell.Allowed;
import java.util.List;

/**
 * What steps of runbooks may do that is off unless the configuration says so. Immutable.
 *
 * @param networks where {@code http} may go although they are private
 * @param commands what {@code shell} may run
 */
public record StepAccess(List<Network> networks, List<Allowed> commands) {

  public static final StepAccess USUAL = new StepAccess(List.of(), List.of());

  public StepAccess {
    networks = List.copyOf(networks);
    commands = List.copyOf(commands);
  }
}
