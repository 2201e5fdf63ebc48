package dev.muster.bot.config.plans;

import dev.muster.runbooks.run.rule.BreakGlass;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who may break the glass, and what is declared and not acted upon yet. Immutable.
 *
 * @param escalations who is paged, in which order
 * @param notifiers other systems that page, by kind and name
 * @param userGroups a chat's groups by their schedules
 */
public record Plans(
    Optional<BreakGlass> breakGlass,
    Map<String, Escalation> escalations,
    Map<String, Map<String, Notifier>> notifiers,
    Map<String, String> userGroups) {

  public Plans {
    escalations = Collections.unmodifiableMap(new LinkedHashMap<>(escalations));
    notifiers = Map.copyOf(notifiers);
    userGroups = Collections.unmodifiableMap(new LinkedHashMap<>(userGroups));
  }
}
