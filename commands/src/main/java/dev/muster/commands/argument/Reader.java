package dev.muster.commands.argument;

import java.util.function.Function;

/** Reads one value that somebody typed. Stateless and thread-safe. */
@FunctionalInterface
public interface Reader<T> {

  Value<T> read(String text, Asker asker);

  default <R> Reader<R> map(Function<T, R> function) {
    return (text, asker) ->
        switch (read(text, asker)) {
          case Value.Good<T>(var value) -> new Value.Good<>(function.apply(value));
          case Value.Bad<T>(var problem) -> new Value.Bad<>(problem);
        };
  }
}
