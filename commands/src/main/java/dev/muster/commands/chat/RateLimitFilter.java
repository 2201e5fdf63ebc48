package dev.muster.commands.chat;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** Slows down whoever asks for too much in a short time. */
public final class RateLimitFilter implements Filter {

  private final Predicate<Invocation> allowance;

  /**
   * @param allowance takes one from the asker's allowance; false when it is used up
   */
  public RateLimitFilter(Predicate<Invocation> allowance) {
    this.allowance = allowance;
  }

  @Override
  public Reply filter(Request request, Supplier<Reply> next) {
    return allowance.test(request.invocation())
        ? next.get()
        : Reply.error(
            Reply.Error.RATE_LIMITED,
            Message.of(
                "Too many commands at once: this one was not run. Try again in a few seconds."));
  }
}
