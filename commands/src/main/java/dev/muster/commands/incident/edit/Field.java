package dev.muster.commands.incident.edit;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Clock;
import dev.muster.commands.argument.Option;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.incident.Incident;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    return option.map(value -> new Edit<>(this, value));
  }

  public Parameter parameter() {
    return option.parameter(label);
  }

  /** As somebody would type it, which {@link #edit} reads back. */
  public Optional<String> typed(Incident incident, Asker asker) {
    return get.apply(incident)
        .map(value ->
            switch (value) {
              case Instant at -> Clock.write(at, asker);
              case Collection<?> items ->
                  items.stream().map(Object::toString).collect(Collectors.joining(", "));
              default -> value.toString();
            });
  }

  public Optional<String> shown(Incident incident, Asker asker) {
    return get.apply(incident).map(value -> say.apply(value, asker));
  }
}
