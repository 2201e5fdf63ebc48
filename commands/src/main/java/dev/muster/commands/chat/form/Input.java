package dev.muster.commands.chat.form;

/** How a value is filled in. Every platform has something for each of these. */
public sealed interface Input {

  /** One line of text. */
  record Line(int most) implements Input {}

  /** What is written without a space, such as an address or a length of time. */
  record Word(int most) implements Input {}

  /** One line of text for which there are usual values; any other will do too. */
  record Known(int most, Choices usual) implements Input {}

  /** Text of several lines. */
  record Text(int most) implements Input {}

  record Number() implements Input {}

  /** A time or a span, as people type them. */
  record Time() implements Input {}

  /** Words with commas between them. Who changes some of them leaves the others alone. */
  record Names(Choices known) implements Input {}

  /** One of several. */
  record Pick(Choices choices) implements Input {}
}
