package dev.muster.commands.argument;

import java.util.Optional;

/** What a reader made of a text. */
public sealed interface Value<T> {

  record Good<T>(T value) implements Value<T> {}

  /**
   * The text says nothing that is expected there.
   *
   * @param problem what is wrong with it and what would be right, in whole sentences
   * @param meant what was probably meant
   */
  record Bad<T>(String problem, Optional<String> meant) implements Value<T> {
    public Bad(String problem) {
      this(problem, Optional.empty());
    }
  }
}
