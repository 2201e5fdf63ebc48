package dev.muster.runbooks.flow;

import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Outcome.OnTimeout;
import dev.muster.runbooks.kind.Parameter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How long people are waited for, the same in every kind that asks them. */
final class Waiting {

  static final Parameter TIMEOUT =
      Parameter.optional(
          "timeout",
          Parameter.Type.DURATION,
          "how long they have; as long as they like if left out");

  static final Parameter ON_TIMEOUT =
      Parameter.optional(
              "onTimeout",
              Parameter.Type.TEXT,
              "what becomes of the run when nobody answers: it ends, goes on without, or needs"
                  + " attention")
          .otherwise("abort")
          .oneOf("abort", "continue", "pause");

  private Waiting() {}

  static Optional<Duration> timeout(Arguments with) {
    return with.has("timeout") ? Optional.of(with.duration("timeout")) : Optional.empty();
  }

  static OnTimeout onTimeout(Arguments with) {
    return OnTimeout.valueOf(with.text("onTimeout").toUpperCase(Locale.ROOT));
  }
}
