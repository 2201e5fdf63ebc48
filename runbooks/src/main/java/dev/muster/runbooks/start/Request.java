package dev.muster.runbooks.start;

import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Who;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody, an alert or the clock wants to have run.
 *
 * @param inputs by name, as they were typed, chosen or computed
 * @param context what expressions see besides: {@code alert}, {@code incident}
 * @param place where the run talks
 */
public record Request(
    String runbook,
    Map<String, ?> inputs,
    Who requester,
    Mode mode,
    Map<String, Object> context,
    Optional<Attempt.Place> place) {

  public Request {
    inputs = Map.copyOf(inputs);
    context = Map.copyOf(context);
  }
}
