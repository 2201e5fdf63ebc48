package dev.muster.commands.runbook.typing;

import dev.muster.commands.incident.IncidentId;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.InputValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** The same with these inputs, read anew. */
  public Typing giving(Map<String, String> given, List<String> people) {
    var read = InputValues.of(definition.runbook().inputs(), given, people);
    return new Typing(definition, given, read, controls);
  }

  public String name() {
    return definition.runbook().name();
  }

  /** The incident that it is for, where one was named. */
  public Optional<IncidentId> incident() {
    return Optional.ofNullable(controls.get(Requests.FOR)).flatMap(IncidentId::parse);
  }

  /** To be typed behind a command that goes on with it. */
  public String forIncident() {
    return incident().map(id -> " " + Requests.FOR + ":" + id).orElse("");
  }

  public boolean isDry() {
    return controls.getOrDefault("dry", "no").matches("(?i)yes|true|on");
  }
}
