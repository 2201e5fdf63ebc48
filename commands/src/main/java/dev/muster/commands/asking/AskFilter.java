package dev.muster.commands.asking;

import dev.muster.commands.chat.Filter;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Request;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Adds to the answer of a command that was not typed rightly what mends it: a button with the words
 * that were probably meant, or a form for what is missing or wrong.
 */
public final class AskFilter implements Filter {

  private final InstantSource clock;

  public AskFilter(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Reply filter(Request request, Supplier<Reply> next) {
    var reply = next.get();
    var isUnclear = reply.error().equals(Optional.of(Reply.Error.INVALID));
    return isUnclear && reply.form().isEmpty() && !request.command().parameters().isEmpty()
        ? Asking.of(request, clock.instant()).about(reply)
        : reply;
  }
}
