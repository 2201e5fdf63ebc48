package dev.muster.commands.asking;

import dev.muster.commands.chat.Filter;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Request;
import dev.muster.commands.incident.IncidentId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Adds to the answer of a command that was not typed rightly what mends it: a button with the words
 * that were probably meant, or a form for what is missing or wrong.
 */
public final class AskFilter implements Filter {

  private final InstantSource clock;
  private final Function<Place, Optional<IncidentId>> incidents;

  /**
   * For these chats.
   *
   * @param incidents the incident whose thread a place is
   */
  public AskFilter(InstantSource clock, Function<Place, Optional<IncidentId>> incidents) {
    this.clock = clock;
    this.incidents = incidents;
  }

  @Override
  public Reply filter(Request request, Supplier<Reply> next) {
    var reply = next.get();
    var isUnclear = reply.error().equals(Optional.of(Reply.Error.INVALID));
    if (!isUnclear || reply.form().isPresent() || request.command().parameters().isEmpty()) {
      return reply;
    }
    var own = incidents.apply(request.invocation().place());
    return Asking.of(request, clock.instant(), own).about(reply);
  }
}
