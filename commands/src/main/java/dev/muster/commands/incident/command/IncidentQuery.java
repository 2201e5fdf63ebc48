package dev.muster.commands.incident.command;

import dev.muster.commands.argument.Quotes;
import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentStatus;
import dev.muster.commands.people.Person;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which incidents are asked for.
 *
 * @param which the word for their status
 * @param page of the open ones, from 1 on
 * @param before where a list of past ones goes on
 */
record IncidentQuery(
    String which, boolean isMine, IncidentFilter filter, int page, Optional<IncidentId> before) {

  static final IncidentQuery OPEN =
      new IncidentQuery("open", false, IncidentFilter.ALL, 1, Optional.empty());

  private static final String ALL = "all";
  static final String MINE = "mine";
  private static final String SNOOZED = "snoozed";

  /** The words that may stand without a name. */
  static List<String> words() {
    var statuses = Arrays.stream(IncidentStatus.values()).map(IncidentStatus::word);
    return Stream.of(Stream.of(OPEN.which), statuses, Stream.of(ALL, MINE, SNOOZED))
        .flatMap(words -> words)
        .toList();
  }

  IncidentQuery said(String word) {
    if (word.equals(SNOOZED)) {
      return with(filter.snoozed());
    }
    return word.equals(MINE)
        ? new IncidentQuery(which, true, filter, page, before)
        : new IncidentQuery(word, isMine, filter, page, before);
  }

  IncidentQuery rated(String severity) {
    return with(filter.withSeverity(severity));
  }

  IncidentQuery in(String service) {
    return with(filter.withService(service));
  }

  IncidentQuery at(int number) {
    return new IncidentQuery(which, isMine, filter, Math.max(1, number), before);
  }

  IncidentQuery before(IncidentId id) {
    return new IncidentQuery(which, isMine, filter, page, Optional.of(id));
  }

  boolean isOfOpenOnes() {
    return !which.equals(ALL) && !which.equals(IncidentStatus.RESOLVED.word());
  }

  /** Whether anything but the status narrows it down. */
  boolean isNarrow() {
    return isMine
        || filter.isSnoozed()
        || filter.severity().isPresent()
        || filter.service().isPresent();
  }

  IncidentFilter filterFor(Person asker) {
    var mine = isMine ? filter.of(asker.id()) : filter;
    return switch (which) {
      case ALL -> mine;
      case "open" -> mine.withStatuses(IncidentFilter.OPEN.statuses());
      default -> mine.withStatuses(IncidentStatus.of(which).map(Set::of).orElse(Set.of()));
    };
  }

  /** What to type for the same again, without where it goes on. */
  String typed() {
    var words = new StringBuilder("/incident list " + which);
    if (isMine) {
      words.append(" ").append(MINE);
    }
    if (filter.isSnoozed()) {
      words.append(" ").append(SNOOZED);
    }
    filter.severity().ifPresent(name -> words.append(" severity:").append(Quotes.around(name)));
    filter.service().ifPresent(name -> words.append(" service:").append(Quotes.around(name)));
    return words.toString();
  }

  private IncidentQuery with(IncidentFilter other) {
    return new IncidentQuery(which, isMine, other, page, before);
  }
}
