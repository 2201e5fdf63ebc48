package dev.muster.commands.people;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whom somebody can turn to, in the words of every denial. */
public record Askable(List<Person> onCall, List<Person> others) {

  private static final int NAMED = 5;

  public Askable {
    onCall = List.copyOf(onCall);
    others = List.copyOf(others);
  }

  /** Only those of them who fit. */
  public Askable among(Predicate<Person> fits) {
    return new Askable(
        onCall.stream().filter(fits).toList(), others.stream().filter(fits).toList());
  }

  /** {@code On call now: Ann. Ask Bob, Carl.}; empty where there is nobody. */
  public Optional<String> words() {
    var now = onCall.isEmpty() ? "" : "On call now: " + names(onCall) + ".";
    var words = others.isEmpty() ? now : (now + " Ask " + names(others) + ".").strip();
    return Optional.of(words).filter(said -> !said.isEmpty());
  }

  /** {@code Ann, Bob, Carl}; empty where there is nobody. */
  public Optional<String> names() {
    var all = Stream.concat(onCall.stream(), others.stream()).toList();
    return Optional.of(names(all)).filter(said -> !said.isEmpty());
  }

  private static String names(List<Person> people) {
    var shown = String.join(", ", people.stream().limit(NAMED).map(Person::name).toList());
    return people.size() > NAMED ? shown + " and " + (people.size() - NAMED) + " more" : shown;
  }
}
