package dev.muster.commands.chat;

import java.util.function.Supplier;

/** A link of the chain that every invocation passes before its command runs. Thread-safe. */
public interface Filter {

  /** Answers itself, or with what {@code next} answers. */
  Reply filter(Request request, Supplier<Reply> next);
}
