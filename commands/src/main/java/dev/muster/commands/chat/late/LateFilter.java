package dev.muster.commands.chat.late;

import dev.muster.commands.chat.Filter;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Request;
import java.util.function.Supplier;

/**
 * Keeps the answers of late requests in the transaction of what was done, so that both are there
 * after a crash, or neither is. It stands behind the audit.
 */
public record LateFilter(LateRequests late) implements Filter {

  @Override
  public Reply filter(Request request, Supplier<Reply> next) {
    var reply = next.get();
    late.answered(request.invocation().requestId(), reply);
    return reply;
  }
}
