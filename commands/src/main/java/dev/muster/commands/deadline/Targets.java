package dev.muster.commands.deadline;

import java.time.Duration;
import java.util.Optional;

/**
 * What an incident asks of people.
 *
 * @param respond by when somebody has to have it
 * @param resolve by when it has to be over
 * @param update how often others have to hear of it while it lasts
 */
public record Targets(
    Optional<Deadline> respond, Optional<Deadline> resolve, Optional<Duration> update) {

  public static final Targets NONE =
      new Targets(Optional.empty(), Optional.empty(), Optional.empty());

  /** These, and where they say nothing, the others: a route's before its severity's. */
  public Targets orElse(Targets others) {
    return new Targets(
        respond.or(others::respond), resolve.or(others::resolve), update.or(others::update));
  }
}
