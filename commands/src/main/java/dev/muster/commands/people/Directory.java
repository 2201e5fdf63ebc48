package dev.muster.commands.people;

import static java.util.stream.Collectors.partitioningBy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The people of the configuration, in its order, and what their roles let them do. Thread-safe;
 * each answer is of one configuration.
 */
public final class Directory {

  private static final Right CONFIGURE = new Right("config", "edit");

  private final Supplier<Known> known;
  private final Function<PersonId, List<HeldRole>> duty;

  /** One that stays as it is. */
  public Directory(Collection<Person> people, Map<String, Set<Right>> roles) {
    var all = new LinkedHashMap<PersonId, Person>();
    people.forEach(person -> all.put(person.id(), person));
    var fixed = new Known(all, Map.copyOf(roles));
    this.known = () -> fixed;
    this.duty = _ -> List.of();
  }

  private Directory(Supplier<Known> known, Function<PersonId, List<HeldRole>> duty) {
    this.known = known;
    this.duty = duty;
  }

  /** One that is always the current one. */
  public static Directory following(Supplier<Directory> current) {
    return new Directory(() -> current.get().known.get(), _ -> List.of());
  }

  /** The same people with the roles that they have at the moment besides, such as on call. */
  public Directory with(Function<PersonId, List<HeldRole>> duty) {
    return new Directory(known, duty);
  }

  private record Known(Map<PersonId, Person> people, Map<String, Set<Right>> roles) {

    Stream<Right> granting(String role, Predicate<Right> enough) {
      return roles.getOrDefault(role, Set.of()).stream().filter(enough);
    }
  }

  public List<Person> people() {
    return List.copyOf(known.get().people().values());
  }

  public Optional<Person> find(PersonId id) {
    return Optional.ofNullable(known.get().people().get(id));
  }

  public boolean allows(Person person, Right needed) {
    return decide(person, needed).isAllowed();
  }

  /** Whether they may, by which of their roles, or what they lack: the one rule of all rights. */
  public Decision decide(Person person, Right needed) {
    return decide(person, needed, right -> right.covers(needed));
  }

  /** The same of something that has traits to which rights can be narrowed. */
  public Decision decide(Person person, Right needed, Set<String> traits) {
    return decide(person, needed, right -> right.covers(needed, traits));
  }

  /** Whether there may be something to which they may do it. */
  public Decision decideForSome(Person person, Right needed) {
    return decide(person, needed, right -> right.isFor(needed));
  }

  private Decision decide(Person person, Right needed, Predicate<Right> enough) {
    var now = known.get();
    var grants = grants(person, now, enough);
    return grants.isEmpty()
        ? new Decision.Refused(
            lacking(needed, rolesWith(enough), it -> !grants(it, now, enough).isEmpty()))
        : new Decision.Granted(grants);
  }

  private List<Decision.Grant> grants(Person person, Known now, Predicate<Right> enough) {
    return held(person).stream()
        .flatMap(
            role -> now.granting(role.name(), enough).map(right -> new Decision.Grant(role, right)))
        .toList();
  }

  /**
   * Why somebody may not do it.
   *
   * @param roles each of which is enough
   * @param may who can, whatever their roles are
   */
  public Refusal lacking(Right needed, Collection<String> roles, Predicate<Person> may) {
    return new Refusal(
        needed,
        roles.stream().sorted().toList(),
        () -> askable(may),
        () -> nobody("Nobody has it"));
  }

  /** Whoever may do something, those apart who are on call now. */
  public Askable askable(Predicate<Person> may) {
    var able = people().stream().filter(may).collect(partitioningBy(this::isOnCall));
    return new Askable(able.getOrDefault(true, List.of()), able.getOrDefault(false, List.of()));
  }

  /** Whether one of their roles came with a shift. */
  public boolean isOnCall(Person person) {
    return held(person).stream().anyMatch(role -> role.duty().isPresent());
  }

  /** A sentence with what can be done about it: who keeps the configuration. */
  public String nobody(String lead) {
    var keepers = askable(person -> allows(person, CONFIGURE)).names();
    return lead
        + ". Roles stand in muster.yaml"
        + keepers.map(names -> ", which %s may change.".formatted(names)).orElse(".");
  }

  /** The names of all roles. */
  public Set<String> roles() {
    return known.get().roles().keySet();
  }

  /** The roles that somebody always has, then those of the moment. */
  public List<HeldRole> held(Person person) {
    var fixed = person.roles().stream().sorted().map(HeldRole::fixed);
    return Stream.concat(fixed, duty.apply(person.id()).stream()).toList();
  }

  /** The roles that would allow it, for the words of a denial. */
  public List<String> rolesWith(Right needed) {
    return rolesWith(right -> right.covers(needed));
  }

  /** The same of something that has traits to which rights can be narrowed. */
  public List<String> rolesWith(Right needed, Set<String> traits) {
    return rolesWith(right -> right.covers(needed, traits));
  }

  private List<String> rolesWith(Predicate<Right> enough) {
    var now = known.get();
    return now.roles().keySet().stream()
        .filter(role -> now.granting(role, enough).findAny().isPresent())
        .sorted()
        .toList();
  }
}
