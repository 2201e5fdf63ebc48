package dev.muster.commands.alert;

import dev.muster.commands.alert.own.OwnChannel;
import dev.muster.commands.deadline.Targets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where alerts go that all of its matchers accept.
 *
 * @param channel the channel in which incidents of this route are opened; absent: alerts are only
 *     kept
 * @param groupBy labels whose values make one incident; empty: the sender's own grouping
 * @param reopenWithin how long after its end an incident is opened again instead of a new one
 * @param targets what the route's incidents ask of people, where it differs from their severity's
 * @param tells who is told besides the channel
 * @param own the channel that each of its incidents has for itself; absent: a thread each
 * @param runbooks the only ones that alerts of its incidents may start or suggest; absent: any
 */
public record Route(
    String name,
    List<LabelMatcher> matchers,
    Optional<Severity> severity,
    Optional<String> channel,
    List<String> groupBy,
    Duration reopenWithin,
    Map<String, String> links,
    Targets targets,
    List<Recipient> tells,
    Optional<OwnChannel> own,
    Optional<Set<String>> runbooks) {

  public static final Duration DEFAULT_REOPEN_WITHIN = Duration.ofMinutes(30);

  public Route {
    matchers = List.copyOf(matchers);
    groupBy = List.copyOf(groupBy);
    links = Map.copyOf(links);
    tells = List.copyOf(tells);
    runbooks = runbooks.map(Set::copyOf);
  }

  /**
   * With the targets of its severity, telling nobody besides; each of its incidents is a thread,
   * and any runbook may help in it.
   */
  public Route(
      String name,
      List<LabelMatcher> matchers,
      Optional<Severity> severity,
      Optional<String> channel,
      List<String> groupBy,
      Duration reopenWithin,
      Map<String, String> links) {
    this(
        name,
        matchers,
        severity,
        channel,
        groupBy,
        reopenWithin,
        links,
        Targets.NONE,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether alerts of its incidents may start or suggest it, where it fits them. */
  public boolean lets(String runbook) {
    return runbooks.map(only -> only.contains(runbook)).orElse(true);
  }

  public boolean accepts(Map<String, String> labels) {
    return matchers.stream().allMatch(matcher -> matcher.matches(labels));
  }
}
