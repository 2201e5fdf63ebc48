package dev.muster.commands.chat;

import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.people.Decision;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Right;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that people can ask for. Adding one is one class and one line in the table. */
public interface Command {

  /** The words that call it, such as {@code incident ack}. */
  String name();

  /** Other last words that mean the same, such as {@code acknowledge}. */
  default List<String> aliases() {
    return List.of();
  }

  /** What follows the name, such as {@code <number>}; empty when nothing does. */
  default String arguments() {
    return "";
  }

  /** Whether these words behind its name are for it to read; otherwise they are a mistake. */
  default boolean takes(List<String> words) {
    return words.isEmpty() || !arguments().isEmpty();
  }

  /** What it takes, in the order of a form: forms and completion come from it. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /** The same behind these words, where what it takes depends on what is meant. */
  default List<Parameter> parameters(List<String> behind) {
    return parameters();
  }

  /**
   * What was typed behind its name, with the names of values that may be typed without theirs: so
   * that a form shows each in its own field.
   *
   * @param typed with {@code #} before the number of an incident that is meant
   */
  default String spelled(String typed, Person asker, Instant now) {
    return typed;
  }

  /** What it does, in one line for the help. */
  String summary();

  /** What a person must be allowed to do; empty: everybody may. */
  Optional<Right> needs();

  /** Whether somebody may run it, and why. */
  default Decision decide(Person person, Directory directory) {
    return needs()
        .map(right -> directory.decide(person, right))
        .orElseGet(() -> new Decision.Open());
  }

  /**
   * Whether somebody may ask for it at all. One that knows only from what is asked for who may do
   * just that lets more in than {@link #decide}, and refuses by itself.
   */
  default Decision admits(Person person, Directory directory) {
    return decide(person, directory);
  }

  /**
   * Whether the asker may do just this: what only they see has no buttons for what they may not.
   */
  default boolean isFor(Request request, Directory directory) {
    return admits(request.invocation().actor(), directory).isAllowed();
  }

  /** The words behind it by which {@link #isFor} tells requests apart; none: they are all alike. */
  default List<String> decisive(List<String> words) {
    return List.of();
  }

  /**
   * What to do when its answer did not arrive, such as a secret that is shown once: it is written
   * down nowhere. Empty: an answer like any other, which is kept until it is told.
   */
  default Optional<String> whenLost() {
    return Optional.empty();
  }

  /**
   * Whether it only looks, and perhaps for long at others: then it holds no connection meanwhile,
   * and runs outside of a transaction.
   */
  default boolean isLook() {
    return false;
  }

  /**
   * Runs inside a transaction that is committed when it returns without an exception, unless it is
   * a look.
   *
   * @param arguments the words after the name
   */
  Reply run(Invocation invocation, List<String> arguments);
}
