package dev.muster.commands.argument;

import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Check;
import java.util.Optional;
import java.util.function.Function;

/** Reads one value that somebody typed. Stateless and thread-safe. */
@FunctionalInterface
public interface Reader<T> {

  Value<T> read(String text, Asker asker);

  /** What a form says of a value that this cannot read. */
  default Check check() {
    return (text, person, now) ->
        switch (read(text, new Asker(person, now))) {
          case Value.Good<T> _ -> Optional.empty();
          case Value.Bad<T>(var problem, var meant) ->
              Optional.of(new Parameter.Wrong(problem, meant));
        };
  }

  default <R> Reader<R> map(Function<T, R> function) {
    return (text, asker) ->
        switch (read(text, asker)) {
          case Value.Good<T>(var value) -> new Value.Good<>(function.apply(value));
          case Value.Bad<T>(var problem, var meant) -> new Value.Bad<>(problem, meant);
        };
  }
}
