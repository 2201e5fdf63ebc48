package dev.muster.commands.chat.form;

import dev.muster.commands.people.Person;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The values that a parameter can have, as they are now. Thread-safe. */
@FunctionalInterface
public interface Choices {

  /** In the order in which they are shown; blocking. */
  List<Choice> of(Person asker);

  /**
   * One of them.
   *
   * @param value what is typed
   * @param label what it means, where the value does not say so itself; empty for nothing
   */
  record Choice(String value, String label) {
    public static Choice of(String value) {
      return new Choice(value, "");
    }
  }

  static Choices of(String... values) {
    return of(Arrays.asList(values));
  }

  static Choices of(Collection<String> values) {
    var all = values.stream().map(Choice::of).toList();
    return _ -> all;
  }
}
