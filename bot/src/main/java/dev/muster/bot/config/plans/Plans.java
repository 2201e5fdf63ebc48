package dev.muster.bot.config.plans;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is declared and not acted upon yet. Immutable.
 *
 * @param vars what runbooks may use by its name
 * @param escalations who is paged, in which order
 * @param notifiers other systems that page, by kind and name
 * @param userGroups a chat's groups by their schedules
 * @param readable variables of the environment that runbooks may be given
 */
public record Plans(
    Map<String, String> vars,
    Optional<BreakGlass> breakGlass,
    Map<String, Escalation> escalations,
    Map<String, Map<String, Notifier>> notifiers,
    Map<String, String> userGroups,
    Set<String> readable) {

  public Plans {
    vars = Collections.unmodifiableMap(new LinkedHashMap<>(vars));
    escalations = Collections.unmodifiableMap(new LinkedHashMap<>(escalations));
    notifiers = Map.copyOf(notifiers);
    userGroups = Collections.unmodifiableMap(new LinkedHashMap<>(userGroups));
    readable = Set.copyOf(readable);
  }
}
