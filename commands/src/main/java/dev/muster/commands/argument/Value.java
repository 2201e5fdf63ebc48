package dev.muster.commands.argument;

/** What a reader made of a text. */
public sealed interface Value<T> {

  record Good<T>(T value) implements Value<T> {}

  /**
   * The text says nothing that is expected there.
   *
   * @param problem what is wrong with it and what would be right, in whole sentences
   */
  record Bad<T>(String problem) implements Value<T> {}
}
