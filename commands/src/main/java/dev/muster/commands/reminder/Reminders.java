package dev.muster.commands.reminder;

import dev.muster.commands.deadline.BusinessHours;
import dev.muster.commands.deadline.Deadline;
import dev.muster.commands.deadline.Targets;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Which reminders an incident has ahead of it, by its state and by what its route or severity asks
 * for as configured now. Thread-safe.
 */
public final class Reminders {

  private final Function<Incident, Targets> targets;
  private final Supplier<BusinessHours> hours;

  public Reminders(Function<Incident, Targets> targets, Supplier<BusinessHours> hours) {
    this.targets = targets;
    this.hours = hours;
  }

  /**
   * What happened before that counts.
   *
   * @param began when it was opened, or opened again
   * @param updated when people last heard of it
   */
  public record History(Instant began, Optional<Instant> updated) {}

  /** Also those whose time has passed; what is over has none. */
  public List<Reminder> of(Incident incident, History history) {
    if (!incident.isOpen()) {
      return List.of();
    }
    var asked = targets.apply(incident);
    return Stream.of(
            asked.respond().flatMap(within -> respond(incident, history, within)),
            asked.resolve().map(within -> resolve(incident, history, within)),
            update(incident, history, asked))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Reminder> respond(Incident incident, History history, Deadline within) {
    if (!(incident.state() instanceof IncidentState.Triggered)) {
      return Optional.empty();
    }
    var due = hours.get().due(within, history.began());
    var who =
        incident
            .assignee()
            .map(one -> one.name() + " has not acknowledged it")
            .orElse("Nobody has acknowledged it");
    return Optional.of(
        new Reminder(
            key("respond", due),
            due,
            who + " within " + said(within) + ".",
            IncidentPost.typed("ack", incident)));
  }

  private Reminder resolve(Incident incident, History history, Deadline within) {
    var due = hours.get().due(within, history.began());
    var who = incident.assignee().map(one -> one.name() + " has it.").orElse("Nobody has it.");
    return new Reminder(
        key("resolve", due),
        due,
        "It was to be resolved within " + said(within) + ". " + who + " Say how it stands:",
        IncidentPost.typed("update", incident) + " …");
  }

  /** What somebody promised comes before what is asked for. */
  private static Optional<Reminder> update(Incident incident, History history, Targets asked) {
    var last = history.updated().filter(history.began()::isBefore).orElse(history.began());
    return incident
        .details()
        .times()
        .nextUpdate()
        .or(() -> asked.update().map(last::plus))
        .map(due ->
            new Reminder(
                key("update", due),
                due,
                "The next update is due. Say how it stands:",
                IncidentPost.typed("update", incident) + " …"));
  }

  private static String said(Deadline within) {
    return switch (within) {
      case Deadline.Within(var time) -> Words.duration(time);
      case Deadline.NextBusinessDay _ -> "the next business day";
    };
  }

  private static String key(String what, Instant due) {
    return what + ":" + due.getEpochSecond();
  }
}
