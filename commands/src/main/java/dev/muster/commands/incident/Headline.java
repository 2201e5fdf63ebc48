package dev.muster.commands.incident;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an incident is about: its title, its first alert's own words, the services it touches. */
public record Headline(
    String title, Optional<String> summary, Set<String> services, Map<String, String> links) {

  private static final int MAX_SERVICES = 50;

  public Headline {
    services = Collections.unmodifiableSet(new TreeSet<>(services));
    links = Collections.unmodifiableMap(new TreeMap<>(links));
  }

  Headline touching(Optional<String> service) {
    if (service.isEmpty() || services.contains(service.get()) || services.size() >= MAX_SERVICES) {
      return this;
    }
    var more = new TreeSet<>(services);
    more.add(service.get());
    return new Headline(title, summary, more, links);
  }
}
