package dev.muster.bot.console;

import dev.muster.bot.page.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of the things that a list can be filtered by, and what was chosen of it.
 *
 * @param name in the address
 * @param current empty for all
 */
record Choices(String name, String label, List<String> values, String current) {

  Choices {
    values = List.copyOf(values);
  }

  /** Throws {@link UnknownChoice} when something else was chosen, instead of showing all. */
  static Choices in(String list, Visit visit, String name, List<String> values) {
    var current = visit.value(name);
    if (!current.isEmpty() && !values.contains(current)) {
      var known = String.join(", ", values);
      throw new UnknownChoice(list, name + " is one of " + known + ", not “" + current + "”.");
    }
    var label = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return new Choices(name, label, values, current);
  }

  Optional<String> chosen() {
    return current.isEmpty() ? Optional.empty() : Optional.of(current);
  }

  public List<Choice> options() {
    var options = new ArrayList<Choice>();
    options.add(new Choice("", "any", current.isEmpty()));
    values.forEach(value -> options.add(new Choice(value, words(value), value.equals(current))));
    return options;
  }

  /** What is chosen, for people; empty for all. */
  public String said() {
    return words(current);
  }

  private static String words(String value) {
    return value.replace("needs-attention", "needs attention");
  }

  /** A line of the list to choose from. */
  record Choice(String value, String words, boolean isCurrent) {}

  /** An address asks a list for something that it cannot be filtered by. */
  static final class UnknownChoice extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String list;

    UnknownChoice(String list, String message) {
      super(message, null, false, false);
      this.list = list;
    }

    /** The address of the whole list. */
    String list() {
      return list;
    }
  }
}
