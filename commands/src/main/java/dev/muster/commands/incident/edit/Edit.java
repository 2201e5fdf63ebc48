package dev.muster.commands.incident.edit;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.incident.Incident;
import java.util.Optional;

/** One field of an incident to be set, to a value or to nothing. */
public record Edit<T>(Field<T> field, Optional<T> value) {

  private static final int SHORT = 60;

  public Incident apply(Incident incident) {
    return field.set().apply(incident, value);
  }

  /** Whether the incident would be another with it. */
  public boolean changes(Incident incident) {
    return !field.get().apply(apply(incident)).equals(field.get().apply(incident));
  }

  /** What it makes of the incident: {@code Affected users: 612 (was 500)}. */
  public String describe(Incident before, Asker asker) {
    var now = field.shown(apply(before), asker);
    var was =
        field
            .shown(before, asker)
            .filter(text -> text.length() <= SHORT)
            .map(text -> " (was " + text + ")")
            .orElse("");
    return field.label() + ": " + now.orElse("nothing") + was;
  }
}
