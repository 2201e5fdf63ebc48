package dev.muster.commands.intake;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentReplies;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.intake.RoutedBatch.Destination;
import dev.muster.commands.intake.RoutedBatch.RoutedAlert;
import dev.muster.commands.notify.ToTell;
import dev.muster.commands.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The incidents of one commit: what stood, what changed, and its history. Not thread-safe. */
final class Incidents {

  private final StandingIncidents standing;
  private final Set<IncidentId> reopened = new HashSet<>();
  private final Set<IncidentId> recovered = new HashSet<>();
  private final List<TimelineEntry> timeline = new ArrayList<>();
  private final List<ThreadReply> replies = new ArrayList<>();
  private final List<ToTell> toTell = new ArrayList<>();
  private final IntakeStore ids;
  private final Instant now;

  Incidents(Collection<Incident> loaded, IntakeStore ids, Instant now) {
    this.ids = ids;
    this.now = now;
    this.standing = new StandingIncidents(loaded);
  }

  /**
   * Whether an alert that still fires needs another incident than this, or this one opened again:
   * it is over, so long ago that whoever ended it by hand cannot have meant what still goes on, or
   * what fires began after that.
   */
  boolean isForgotten(IncidentId id, RoutedAlert alert, Destination destination) {
    var incident = standing.get(id);
    return incident == null
        || incident.state() instanceof IncidentState.Merged
        || (incident.state() instanceof IncidentState.Resolved over
            && (!isRecent(over, destination.route().reopenWithin())
                || beganAfter(alert.event(), over)));
  }

  /** Why nobody hears of an alert that goes on firing in an incident that is over. */
  Optional<String> quiet(IncidentId id) {
    return Optional.ofNullable(standing.get(id))
        .filter(incident -> !incident.isOpen())
        .map(incident ->
            "its incident #" + id.value() + " was resolved by hand; it stays quiet for a while");
  }

  /** The group's open incident, or the one just over, opened again, or a new one. */
  Incident join(Destination destination, RoutedAlert alert, Actor.Sender sender) {
    var incident =
        standing
            .newestOf(destination.groupKey())
            .flatMap(known -> openAgain(known, destination, alert, sender))
            .orElseGet(() -> open(destination, alert, sender));
    var why = alert.whySeverity().map(words -> " (" + words + ")").orElse("");
    log(incident.id(), Kind.ALERT_FIRING, sender, alert.event().title() + " fires" + why);
    return standing.put(
        incident.joinedBy(
            alert.severity(), Optional.ofNullable(alert.event().labels().get("service"))));
  }

  /** An alert of it has gone over to another incident. */
  void leave(IncidentId id) {
    var incident = standing.get(id);
    if (incident != null) {
      standing.put(incident.recovered());
    }
  }

  void recover(IncidentId id, RoutedAlert alert, Actor.Sender sender) {
    var incident = standing.get(id);
    if (incident != null) {
      log(id, Kind.ALERT_RESOLVED, sender, alert.event().name() + " is over");
      standing.put(incident.recovered());
      recovered.add(id);
    }
  }

  /** An alert of it got worse, and with it the incident, unless that was as bad or is over. */
  void raise(IncidentId id, RoutedAlert alert, Actor.Sender sender) {
    var incident = standing.get(id);
    if (incident == null || !incident.isOpen()) {
      return;
    }
    var raised = incident.raisedTo(alert.severity());
    if (raised.severity().equals(incident.severity())) {
      return;
    }
    var change = incident.severity().name() + " to " + raised.severity().name();
    log(id, Kind.SEVERITY_RAISED, sender, "Raised from " + change + " by " + alert.event().title());
    standing.put(raised);
  }

  /**
   * The sender says that somebody has one of its alerts: the incident is acknowledged by the
   * sender. Empty when it was, otherwise why it was not.
   *
   * <p>One alert is enough, however many the incident has: they are together because they are one
   * problem, who has one of them looks at it, and a person's acknowledgement is of the incident
   * too. It changes nothing where somebody has it already, whom it must not displace, or where a
   * person called it over. Alerts that join later, or repeat, leave it acknowledged, as they do
   * after a person's.
   */
  Optional<String> acknowledge(IncidentId id, RoutedAlert alert, Actor.Sender sender) {
    var incident = standing.get(id);
    if (incident == null) {
      return Optional.of("its incident is gone");
    }
    if (!(incident.state() instanceof IncidentState.Triggered state)) {
      var does = incident.isOpen() ? "is acknowledged already" : "is resolved already";
      return Optional.of("its incident " + id + " " + does);
    }
    var change = new Change(now, sender);
    log(id, Kind.ACKNOWLEDGED, sender, "Acknowledged: somebody has " + alert.event().name());
    var next = standing.put(incident.to(state.acknowledge(change)));
    var after = Words.duration(Duration.between(incident.openedAt(), now));
    replies.add(IncidentReplies.acknowledgedAt(next, sender, after));
    return Optional.empty();
  }

  /** After a webhook: what the sender left out counts, and an incident without alerts is over. */
  void settle(IncidentId id, int truncated, Actor.Sender sender) {
    var incident = standing.get(id);
    if (incident == null) {
      return;
    }
    var hasRecovered = recovered.remove(id);
    var settled =
        incident.alerts().truncated() == truncated
            ? incident
            : standing.put(incident.leftOut(truncated));
    if (!settled.alerts().isOver() || !(settled.state() instanceof IncidentState.Open open)) {
      return;
    }
    if (settled.endsWithItsAlerts()) {
      log(id, Kind.RESOLVED, sender, "Resolved: all of its alerts are over");
      var over = standing.put(settled.to(open.resolve(new Change(now, sender))));
      IncidentReplies.ended(settled, over, now).ifPresent(replies::add);
    } else if (hasRecovered) {
      replies.add(IncidentReplies.calm(settled));
    }
  }

  /** New ones, and those of which more than the numbers of their alerts has changed. */
  List<Incident> changed() {
    return standing.changed(incident -> !standing.isTallied(incident));
  }

  /** Those of which only the numbers of their alerts have changed. */
  List<Incident> tallied() {
    return standing.changed(standing::isTallied);
  }

  /** Those that burn again: what was said of their end no longer holds. */
  List<Incident> reopened() {
    return standing.changed(incident -> reopened.contains(incident.id()));
  }

  List<TimelineEntry> timeline() {
    return timeline;
  }

  List<ToTell> toTell() {
    return toTell;
  }

  List<ThreadReply> replies() {
    return replies;
  }

  private Optional<Incident> openAgain(
      Incident known, Destination destination, RoutedAlert alert, Actor.Sender sender) {
    return switch (known.state()) {
      case IncidentState.Burning _ -> Optional.of(known);
      case IncidentState.Mitigated state -> {
        log(
            known.id(),
            Kind.REOPENED,
            sender,
            "Not mitigated: " + alert.event().title() + " fires");
        var back = standing.put(known.reopened(state.recur(), now));
        reopened.add(known.id());
        replies.add(IncidentReplies.recurred(back, alert.event()));
        yield Optional.of(back);
      }
      case IncidentState.Resolved over when isRecent(over, destination.route().reopenWithin()) -> {
        log(known.id(), Kind.REOPENED, sender, "Opened again: " + alert.event().title() + " fires");
        var again = standing.put(known.reopened(over.reopen(), now));
        reopened.add(known.id());
        replies.add(IncidentReplies.reopened(again, alert.event()));
        yield Optional.of(again);
      }
      case IncidentState.Resolved _ -> Optional.empty();
      case IncidentState.Merged(_, _, _, var into) ->
          Optional.ofNullable(standing.get(into))
              .flatMap(other -> openAgain(other, destination, alert, sender));
    };
  }

  private Incident open(Destination destination, RoutedAlert alert, Actor.Sender sender) {
    var event = alert.event();
    var incident =
        Incident.open(
                ids.nextIncidentId(),
                destination.groupKey(),
                destination.channel(),
                alert.headline(destination.route()),
                alert.severity(),
                now)
            .by(destination.route().name());
    log(incident.id(), Kind.OPENED, sender, "Opened for " + event.title());
    destination.route().tells().forEach(who -> toTell.add(new ToTell(incident.id(), who)));
    replies.add(IncidentReplies.details(incident.id(), event, alert.whySeverity()));
    return standing.put(incident);
  }

  /** A start in the future is a skewed clock's, and says nothing. */
  private boolean beganAfter(AlertEvent event, IncidentState.Resolved over) {
    return event
        .startsAt()
        .filter(start -> start.isAfter(over.change().at()) && !start.isAfter(now))
        .isPresent();
  }

  private boolean isRecent(IncidentState.Resolved over, Duration window) {
    return now.isBefore(over.change().at().plus(window));
  }

  private void log(IncidentId id, Kind kind, Actor.Sender sender, String text) {
    timeline.add(new TimelineEntry(id, now, kind, sender, text, Optional.empty()));
  }
}
