package dev.muster.runbooks.kind;

/** Takes a step's output, line by line; bounded and redacted behind it. Thread-safe. */
@FunctionalInterface
public interface Output {

  /** One line, without its end. Never fails: what is too much is counted and left out. */
  void line(String text);
}
