package dev.muster.commands.incident.edit;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Option;
import dev.muster.commands.incident.Incident;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Something about an incident that people fill in.
 *
 * @param set also to nothing, where the reader lets that through
 * @param say a value as the asker reads it
 */
public record Field<T>(
    Option<Optional<T>> option,
    String label,
    Function<Incident, Optional<T>> get,
    BiFunction<Incident, Optional<T>, Incident> set,
    BiFunction<T, Asker, String> say) {

  public Option<Edit<?>> edit() {
    return new Option<>(
        option.name(),
        option.aliases(),
        option.example(),
        option.reader().map(value -> new Edit<>(this, value)));
  }

  public Optional<String> shown(Incident incident, Asker asker) {
    return get.apply(incident).map(value -> say.apply(value, asker));
  }
}
