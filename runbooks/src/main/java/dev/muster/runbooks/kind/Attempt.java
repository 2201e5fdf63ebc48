package dev.muster.runbooks.kind;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One attempt of one step, as its kind sees it.
 *
 * @param run the number of the run
 * @param step the step's id
 * @param key the same for every attempt of this step in this run and for no other step: for targets
 *     that can tell a repeat by it
 * @param number the first is 1
 * @param with what the step is given; secrets stand in it as they are
 * @param memory what the kind's last answer {@link Outcome.Again} of this attempt handed on
 * @param started when this attempt began; an attempt that waits began before its first wait
 * @param timeout how long it may take at most; whoever carries it out interrupts it then
 * @param output takes what a person may want to read meanwhile
 */
public record Attempt(
    long run,
    String step,
    String key,
    int number,
    Arguments with,
    Map<String, Object> memory,
    Instant started,
    Duration timeout,
    Output output,
    Optional<Place> place) {

  public Attempt {
    memory = Map.copyOf(memory);
  }

  /** Where the run talks: a channel, and the thread of an incident in it. */
  public record Place(String channel, Optional<Long> incident) {}
}
