package dev.muster.commands.people;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The people of the configuration, in its order, and what their roles let them do. Immutable. */
public final class Directory {

  private final Map<PersonId, Person> people = new LinkedHashMap<>();
  private final Map<String, Set<Right>> roles;

  public Directory(Collection<Person> people, Map<String, Set<Right>> roles) {
    people.forEach(person -> this.people.put(person.id(), person));
    this.roles = Map.copyOf(roles);
  }

  public List<Person> people() {
    return List.copyOf(people.values());
  }

  public Optional<Person> find(PersonId id) {
    return Optional.ofNullable(people.get(id));
  }

  public boolean allows(Person person, Right needed) {
    return person.roles().stream().anyMatch(role -> grants(role, needed));
  }

  /** The roles that would allow it, for the words of a denial. */
  public List<String> rolesWith(Right needed) {
    return roles.keySet().stream().filter(role -> grants(role, needed)).sorted().toList();
  }

  private boolean grants(String role, Right needed) {
    return roles.getOrDefault(role, Set.of()).stream().anyMatch(right -> right.covers(needed));
  }
}
