package dev.muster.integrations.postgres.figures;

import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.run.PostgresRunLists;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Runs that are not over, and glass that was broken and that nobody has looked at.
 *
 * @param open how many runs are not over, by the word of what they are at
 * @param attention how long the first of those that need it has needed attention; nothing: none
 * @param reviews how many breakings of the glass nobody has looked at
 * @param unseen how long ago the first of these was; nothing: there is none
 */
public record RunFigures(
    Map<String, Long> open, Duration attention, long reviews, Duration unseen) {

  public RunFigures {
    open = Map.copyOf(open);
  }

  static RunFigures read(Handle handle, Instant now) {
    var glass = glass(handle, now);
    return new RunFigures(
        PostgresRunLists.open(handle), attention(handle, now), glass.reviews(), glass.unseen());
  }

  /** Where nobody wrote since when, it is said to be long rather than not at all. */
  private static Duration attention(Handle handle, Instant now) {
    return handle
        .createQuery(
            """
            select min(coalesce(attention_since, requested_at)) as since from run
            where state <> 'ended' and state = 'needs-attention'
            """)
        .map((row, _) -> since(Rows.optionalInstant(row, "since"), now))
        .one();
  }

  private record Glass(long reviews, Duration unseen) {}

  private static Glass glass(Handle handle, Instant now) {
    return handle
        .createQuery(
            """
            select count(*) as reviews, min(broken_at) as since from glass_review
            where closed_at is null
            """)
        .map((row, _) ->
            new Glass(row.getLong("reviews"), since(Rows.optionalInstant(row, "since"), now)))
        .one();
  }

  private static Duration since(Optional<Instant> at, Instant now) {
    return at.map(then -> Duration.between(then, now)).orElse(Duration.ZERO);
  }
}
