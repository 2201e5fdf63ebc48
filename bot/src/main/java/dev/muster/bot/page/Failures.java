package dev.muster.bot.page;

import dev.muster.commands.store.StoreUnavailable;
import dev.muster.commands.store.UnknownCursor;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people read when a request breaks: what happened, what was kept, what to do next. */
public final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final Frame frame;

  public Failures(Frame frame) {
    this.frame = frame;
  }

  /**
   * What was asked for.
   *
   * @param isPart whether a script asks for a part of a page
   * @param isLook whether it changes nothing, so that it can be asked for again
   */
  record Asked(boolean isPart, boolean isLook) {}

  Answer answer(Throwable failure, Asked asked, String requestId) {
    var isPart = asked.isPart();
    if (failure instanceof StoreUnavailable away) {
      return away.isUnclear() ? unclear(isPart) : away(asked).with("Retry-After", "5");
    }
    if (failure instanceof RejectedExecutionException) {
      return stopping(asked).with("Retry-After", "5");
    }
    if (failure instanceof UnknownCursor) {
      return nothingBefore(isPart);
    }
    LOG.atError().setCause(failure).addKeyValue("requestId", requestId).log("Page failed");
    var tell = "Try again; if it fails again, tell whoever runs Muster: request " + requestId + ".";
    return isPart
        ? frame.refusal(500, List.of("That did not work. Your text is kept.", tell))
        : frame.notice(500, "That did not work", List.of(tell), again(asked));
  }

  /** What somebody reads whom we do not believe. */
  Answer refused(Caller.Refused refused, boolean isPart) {
    return isPart
        ? frame.refusal(refused.status(), refused.lines())
        : frame.notice(
            refused.status(), refused.title(), refused.lines(), new Frame.Way("/", "Try again"));
  }

  private Answer away(Asked asked) {
    if (asked.isPart()) {
      return frame.refusal(
          503, List.of("The database is away. Nothing was done; your text is kept."));
    }
    var lines =
        List.of("Nothing was done and nothing is lost.", "This page tries again by itself.");
    return frame.notice(503, "The database is away", lines, again(asked)).with("Refresh", "5");
  }

  /** Nothing here tries again by itself: it may have been done. */
  private Answer unclear(boolean isPart) {
    var lines =
        List.of(
            "The connection to the database was lost at the end. It may have been done:"
                + " look before you repeat it.");
    return isPart
        ? frame.unclear(503, List.of(lines.getFirst() + " Your text is kept."))
        : frame.notice(
            503, "It is unclear whether that was done", lines, new Frame.Way("/chat", "Look"));
  }

  private Answer nothingBefore(boolean isPart) {
    var lines = List.of("The address names no place to go on from. It may have been cut off.");
    return isPart
        ? frame.refusal(400, lines)
        : frame.notice(
            400, "There is no such page", lines, new Frame.Way("/chat", "Open the newest"));
  }

  private Answer stopping(Asked asked) {
    return asked.isPart()
        ? frame.refusal(503, List.of("Muster is restarting. Nothing was done; your text is kept."))
        : frame
            .notice(503, "Muster is restarting", List.of("Nothing is lost."), again(asked))
            .with("Refresh", "5");
  }

  /** The same page; what was sent is not sent twice. */
  private static Frame.Way again(Asked asked) {
    return new Frame.Way(asked.isLook() ? "" : "/chat", "Try again");
  }
}
