package dev.muster.commands.incident.edit;

import dev.muster.commands.incident.Incident;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The services of an incident: named all together, or, with {@code +web,-db}, only those to add and
 * to take away, so that two people who do so at once both get what they want.
 */
final class ServiceNames {

  private ServiceNames() {}

  static Optional<List<String>> of(Incident incident) {
    var names = List.copyOf(incident.headline().services());
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  static Incident set(Incident incident, Optional<List<String>> names) {
    var wanted = names.orElse(List.of());
    var isRelative = !wanted.isEmpty() && wanted.stream().allMatch(name -> name.matches("[+-].+"));
    var next = new TreeSet<>(isRelative ? incident.headline().services() : wanted);
    if (isRelative) {
      wanted.forEach(name -> change(next, name.substring(1).strip(), name.startsWith("+")));
    }
    return incident.with(incident.headline().in(next));
  }

  private static void change(Set<String> services, String name, boolean isAdded) {
    if (isAdded) {
      services.add(name);
    } else {
      services.remove(name);
    }
  }
}
