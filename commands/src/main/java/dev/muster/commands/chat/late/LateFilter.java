package dev.muster.commands.chat.late;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Filter;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Request;
import dev.muster.commands.chat.Span;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps the answers of late requests in the transaction of what was done, so that both are there
 * after a crash, or neither is. It stands behind the audit.
 */
public record LateFilter(LateRequests late) implements Filter {

  @Override
  public Reply filter(Request request, Supplier<Reply> next) {
    var reply = next.get();
    var kept = reply.error().isPresent() ? Optional.<Reply>empty() : withoutSecret(request);
    late.answered(request.invocation().requestId(), kept.orElse(reply));
    return reply;
  }

  /** A secret is for whoever asked, and for no table and no backup. */
  private static Optional<Reply> withoutSecret(Request request) {
    var before = "Done, but its answer was lost: ";
    var asked = request.invocation().text();
    return request
        .command()
        .whenLost()
        .map(next ->
            Reply.toAsker(
                Message.of(
                    before + asked,
                    Block.line(Span.text(before), Span.code(asked)),
                    Block.line(next))));
  }
}
