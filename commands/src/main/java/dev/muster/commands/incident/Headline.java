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

  /** What a person declares: no sender has said anything. */
  public static Headline of(String title) {
    return new Headline(title, Optional.empty(), Set.of(), Map.of());
  }

  public Headline titled(String next) {
    return new Headline(next, summary, services, links);
  }

  public Headline summedUp(Optional<String> next) {
    return new Headline(title, next, services, links);
  }

  public Headline in(Set<String> next) {
    return new Headline(title, summary, next, links);
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
