package dev.muster.commands.intake;

import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentReplies;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.intake.RoutedBatch.Destination;
import dev.muster.commands.intake.RoutedBatch.RoutedAlert;
import dev.muster.commands.notify.ToTell;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The incidents of one commit: what stood, what changed, and its history. Not thread-safe. */
final class Incidents {

  private final StandingIncidents standing;
  private final Set<IncidentId> recovered = new HashSet<>();
  private final Chronicle chronicle;
  private final IntakeStore ids;
  private final Instant now;

  Incidents(Collection<Incident> loaded, IntakeStore ids, Instant now) {
    this.ids = ids;
    this.now = now;
    this.chronicle = new Chronicle(now);
    this.standing = new StandingIncidents(loaded, now);
  }

  Chronicle chronicle() {
    return chronicle;
  }

  StandingIncidents standing() {
    return standing;
  }

  /**
   * The group's open incident, or the one just over, opened again, or a new one.
   *
   * @param quietUntil the silence that kept the alert quiet until now
   */
  Incident join(
      Destination destination,
      RoutedAlert alert,
      Actor.Sender sender,
      Optional<SilenceId> quietUntil) {
    var before =
        standing
            .newestOf(destination.groupKey())
            .flatMap(known -> openAgain(known, destination, alert, sender))
            .orElseGet(() -> open(destination, alert, sender, quietUntil));
    var why = alert.whySeverity().map(words -> " (" + words + ")").orElse("");
    var fires =
        quietUntil
            .map(it -> " fires on: " + it + ", which kept it quiet, has ended")
            .orElse(" fires");
    log(before.id(), Kind.ALERT_FIRING, sender, alert.event().title() + fires + why);
    var service = Optional.ofNullable(alert.event().labels().get("service"));
    return stir(before, before.joinedBy(alert.severity(), service), alert, sender);
  }

  /** An alert that would be of the group's open incident is silenced: the incident says so. */
  void keepQuiet(Destination destination, RoutedAlert alert, Silence silence, Actor.Sender sender) {
    standing
        .newestOf(destination.groupKey())
        .filter(Incident::isOpen)
        .ifPresent(incident -> {
          var id = silence.id();
          var text = alert.event().title() + " fires too, but " + id + " keeps it quiet";
          log(incident.id(), Kind.SILENCED, sender, text);
          var noted = incident.details().silencedBy(id.value(), silence.endsAt());
          standing.detail(standing.put(incident.with(noted)));
        });
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
    stir(incident, raised, alert, sender);
  }

  /** The next state; what got worse while it rested rests no more, and says so. */
  private Incident stir(Incident before, Incident next, RoutedAlert alert, Actor.Sender sender) {
    if (next.wokeFrom(before)) {
      var why = alert.event().title() + " is " + alert.severity().name();
      log(next.id(), Kind.UNSNOOZED, sender, "Snoozed no more: " + why);
      chronicle.say(IncidentReplies.woken(next, why));
      standing.detail(next);
    }
    return standing.put(next);
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
    chronicle.say(IncidentReplies.acknowledgedAt(next, sender, after));
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
      if (!over.details().equals(settled.details())) {
        standing.detail(over);
      }
      IncidentReplies.ended(settled, over, now).ifPresent(chronicle::say);
    } else if (hasRecovered) {
      chronicle.say(IncidentReplies.calm(settled));
    }
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
        standing.detail(known);
        chronicle.say(IncidentReplies.recurred(back, alert.event()));
        yield Optional.of(back);
      }
      case IncidentState.Resolved over
          when standing.isRecent(over, destination.route().reopenWithin()) -> {
        log(known.id(), Kind.REOPENED, sender, "Opened again: " + alert.event().title() + " fires");
        var again = standing.put(known.reopened(over.reopen(), now));
        standing.detail(known);
        chronicle.say(IncidentReplies.reopened(again, alert.event()));
        yield Optional.of(again);
      }
      case IncidentState.Resolved _ -> Optional.empty();
      case IncidentState.Merged(_, _, _, var into) ->
          Optional.ofNullable(standing.get(into))
              .flatMap(other -> openAgain(other, destination, alert, sender));
    };
  }

  private Incident open(
      Destination destination,
      RoutedAlert alert,
      Actor.Sender sender,
      Optional<SilenceId> quietUntil) {
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
    destination.route().tells().forEach(who -> chronicle.tell(new ToTell(incident.id(), who)));
    var notes =
        Stream.of(
                alert.whySeverity().map(why -> "Severity: " + why),
                quietUntil.map(it -> "Opened now, since " + it + " has ended and it fires on."))
            .flatMap(Optional::stream)
            .toList();
    chronicle.say(IncidentReplies.details(incident.id(), event, notes));
    return standing.put(incident);
  }

  private void log(IncidentId id, Kind kind, Actor.Sender sender, String text) {
    chronicle.log(id, kind, sender, text);
  }
}
