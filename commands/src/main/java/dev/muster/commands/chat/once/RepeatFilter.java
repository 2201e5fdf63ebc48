package dev.muster.commands.chat.once;

import dev.muster.commands.chat.Filter;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Request;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Does once what comes twice: platforms bring things again when they did not hear that they were
 * taken, and people click twice. It stands behind the audit's transaction, so that a request which
 * broke is not known and can come again; so can one that was refused, such as a form with a
 * mistake.
 */
public final class RepeatFilter implements Filter {

  private final DoneRequests done;
  private final InstantSource clock;

  public RepeatFilter(DoneRequests done, InstantSource clock) {
    this.done = done;
    this.clock = clock;
  }

  @Override
  public Reply filter(Request request, Supplier<Reply> next) {
    var key = RequestKey.of(request.invocation().requestId());
    if (!key.map(it -> it.take(done, clock.instant())).orElse(true)) {
      return Reply.error(
          Reply.Error.REPEATED, Message.of("This came twice, and was done the first time."));
    }
    var reply = next.get();
    key.filter(it -> reply.isMistake() && it.clickedAt().isEmpty())
        .ifPresent(it -> done.forget(it.id()));
    return reply;
  }
}
