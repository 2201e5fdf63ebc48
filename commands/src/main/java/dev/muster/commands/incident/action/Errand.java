package dev.muster.commands.incident.action;

import dev.muster.commands.argument.Typed;
import dev.muster.commands.asking.Stamps;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.incident.IncidentId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What somebody wants done to an incident.
 *
 * @param number the word in place of an incident's number; absent: the thread's incident
 * @param text what stands behind it
 * @param isBare whether nothing may stand behind it
 */
public record Errand(
    Invocation invocation, String verb, Optional<String> number, Typed text, boolean isBare) {

  /** Of a command that takes a number and nothing else. */
  public static Errand of(Invocation invocation, List<String> arguments, String verb) {
    var typed = Typed.behind(invocation, arguments);
    return typed.isEmpty()
        ? new Errand(invocation, verb, Optional.empty(), typed, true)
        : new Errand(invocation, verb, Optional.of(typed.first()), typed.behindFirst(), true);
  }

  /** Of a command that takes a number and named values: a bare number is always the incident's. */
  public static Errand withOptions(Invocation invocation, List<String> arguments, String verb) {
    var typed = Typed.behind(invocation, arguments);
    return IncidentId.parse(typed.first()).isPresent()
        ? new Errand(invocation, verb, Optional.of(typed.first()), typed.behindFirst(), false)
        : new Errand(invocation, verb, Optional.empty(), typed, false);
  }

  /** The same for one that was named otherwise. */
  public static Errand on(IncidentId id, Invocation invocation, String verb) {
    return new Errand(invocation, verb, Optional.of(id.toString()), new Typed(""), true);
  }

  /** The same with what stands behind the number, where there is one with its #, said otherwise. */
  public static String behindNumber(String typed, UnaryOperator<String> otherwise) {
    var text = new Typed(typed);
    return text.first().startsWith("#") && IncidentId.parse(text.first()).isPresent()
        ? text.first() + " " + otherwise.apply(text.behindFirst().text())
        : otherwise.apply(typed);
  }

  /** As {@link #withOptions} reads it: with a # before its number wherever it was typed. */
  public static String numbered(String typed) {
    var text = new Typed(typed);
    return IncidentId.parse(text.first())
        .map(id -> id + " " + text.behindFirst().text())
        .orElse(typed);
  }

  /** What to type behind a number to ask the same again; what a form saw was of this one only. */
  String again() {
    var same = Stamps.before(text);
    return same.isEmpty() || isBare ? "" : " " + same.text();
  }
}
