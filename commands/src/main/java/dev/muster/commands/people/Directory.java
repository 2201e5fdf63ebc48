package dev.muster.commands.people;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The people of the configuration, in its order, and what their roles let them do. Thread-safe;
 * each answer is of one configuration.
 */
public final class Directory {

  private final Supplier<Known> known;
  private final Function<PersonId, Set<String>> duty;

  /** One that stays as it is. */
  public Directory(Collection<Person> people, Map<String, Set<Right>> roles) {
    var all = new LinkedHashMap<PersonId, Person>();
    people.forEach(person -> all.put(person.id(), person));
    var fixed = new Known(all, Map.copyOf(roles));
    this.known = () -> fixed;
    this.duty = _ -> Set.of();
  }

  private Directory(Supplier<Known> known, Function<PersonId, Set<String>> duty) {
    this.known = known;
    this.duty = duty;
  }

  /** One that is always the current one. */
  public static Directory following(Supplier<Directory> current) {
    return new Directory(() -> current.get().known.get(), _ -> Set.of());
  }

  /** The same people with the roles that they have at the moment besides, such as on call. */
  public Directory with(Function<PersonId, Set<String>> duty) {
    return new Directory(known, duty);
  }

  private record Known(Map<PersonId, Person> people, Map<String, Set<Right>> roles) {

    boolean grants(String role, Right needed) {
      return roles.getOrDefault(role, Set.of()).stream().anyMatch(right -> right.covers(needed));
    }
  }

  public List<Person> people() {
    return List.copyOf(known.get().people().values());
  }

  public Optional<Person> find(PersonId id) {
    return Optional.ofNullable(known.get().people().get(id));
  }

  public boolean allows(Person person, Right needed) {
    var now = known.get();
    return rolesOf(person).stream().anyMatch(role -> now.grants(role, needed));
  }

  /** Those that somebody always has, and those of the moment. */
  public Set<String> rolesOf(Person person) {
    var roles = new TreeSet<>(person.roles());
    roles.addAll(duty.apply(person.id()));
    return roles;
  }

  /** The roles that would allow it, for the words of a denial. */
  public List<String> rolesWith(Right needed) {
    var now = known.get();
    return now.roles().keySet().stream().filter(role -> now.grants(role, needed)).sorted().toList();
  }
}
