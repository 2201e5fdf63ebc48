package dev.muster.commands.incident.action;

import dev.muster.commands.alert.Severity;
import dev.muster.commands.argument.Reader;
import dev.muster.commands.argument.Value;
import dev.muster.commands.argument.Value.Bad;
import dev.muster.commands.argument.Value.Good;
import dev.muster.commands.people.Person;
import dev.muster.runbooks.text.NearestWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads people and severities of a team. Thread-safe. */
public final class TeamReaders {

  private static final Set<String> MYSELF = Set.of("me", "myself", "i");

  private final Team team;

  public TeamReaders(Team team) {
    this.team = team;
  }

  /** By id, with or without {@code @}, or by name; {@code me} is whoever asks. */
  public Reader<Person> person() {
    return (text, asker) -> {
      var word = text.strip().startsWith("@") ? text.strip().substring(1) : text.strip();
      if (word.isEmpty()) {
        return new Bad<>("say who: " + names() + ".");
      }
      return MYSELF.contains(word.toLowerCase(Locale.ROOT))
          ? new Good<>(asker.person())
          : find(word).<Value<Person>>map(Good::new).orElseGet(() -> nobody(word));
    };
  }

  public Reader<Severity> severity() {
    return (text, _) ->
        team.severity(text.strip())
            .<Value<Severity>>map(target -> new Good<>(target.severity()))
            .orElseGet(() -> noSeverity(text.strip()));
  }

  /** The names of the severities, worst first. */
  public List<String> severities() {
    return team.severities().get().stream().map(target -> target.severity().name()).toList();
  }

  private Optional<Person> find(String word) {
    return team.directory().people().stream()
        .filter(person ->
            person.id().value().equalsIgnoreCase(word) || person.name().equalsIgnoreCase(word))
        .findFirst();
  }

  private Bad<Person> nobody(String word) {
    var known =
        team.directory().people().stream()
            .flatMap(person -> Stream.of(person.id().value(), person.name()))
            .toList();
    return unknown("there is nobody called \"" + word + "\".", word, known, names());
  }

  private Bad<Severity> noSeverity(String word) {
    var names = severities();
    var problem = "there is no severity \"" + word + "\".";
    return unknown(problem, word, names, String.join(", ", names));
  }

  private String names() {
    return team.directory().people().stream()
        .map(person -> person.id().value())
        .collect(Collectors.joining(", "));
  }

  private static <T> Bad<T> unknown(String problem, String word, List<String> known, String all) {
    var near = NearestWords.nearest(word, known).stream().findFirst();
    var hint = near.map(name -> " Did you mean " + name + "?").orElse(" There are " + all + ".");
    return new Bad<>(problem + hint, near);
  }
}
