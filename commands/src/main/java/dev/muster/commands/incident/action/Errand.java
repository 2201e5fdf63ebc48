package dev.muster.commands.incident.action;

import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Invocation;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants done to an incident.
 *
 * @param number the word in place of an incident's number; absent: the thread's incident
 * @param text what stands behind it
 */
public record Errand(Invocation invocation, String verb, Optional<String> number, Typed text) {

  /** Of a command that takes a number and nothing else. */
  public static Errand of(Invocation invocation, List<String> arguments, String verb) {
    var typed = Typed.behind(invocation, arguments);
    return typed.isEmpty()
        ? new Errand(invocation, verb, Optional.empty(), typed)
        : new Errand(invocation, verb, Optional.of(typed.first()), typed.behindFirst());
  }

  /** What to type behind a number to ask the same again. */
  String again() {
    return text.isEmpty() ? "" : " " + text.text();
  }
}
