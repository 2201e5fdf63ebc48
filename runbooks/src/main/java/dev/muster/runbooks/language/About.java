package dev.muster.runbooks.language;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What people want to know of a runbook.
 *
 * @param name unique; what is typed
 * @param reviewed when somebody last read it with care
 * @param target how long the whole may take, such as five minutes for a rollback
 * @param measures what a run comes to besides its length, in the order of the file
 */
public record About(
    String name,
    String title,
    String purpose,
    String owner,
    Optional<LocalDate> reviewed,
    Set<String> tags,
    Optional<Duration> target,
    List<Measure> measures) {

  public About {
    tags = Set.copyOf(tags);
    measures = List.copyOf(measures);
  }
}
