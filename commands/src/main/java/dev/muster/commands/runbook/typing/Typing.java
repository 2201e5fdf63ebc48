package dev.muster.commands.runbook.typing;

import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.InputValues;
import java.util.Map;

/**
 * A runbook with what it is to be given.
 *
 * @param typed the inputs as they were typed
 * @param controls what is said of the run itself, such as {@code dry}
 */
public record Typing(
    Definition definition,
    Map<String, String> typed,
    InputValues inputs,
    Map<String, String> controls) {

  public Typing {
    typed = Map.copyOf(typed);
    controls = Map.copyOf(controls);
  }

  public String name() {
    return definition.runbook().name();
  }

  public boolean isDry() {
    return controls.getOrDefault("dry", "no").matches("(?i)yes|true|on");
  }
}
