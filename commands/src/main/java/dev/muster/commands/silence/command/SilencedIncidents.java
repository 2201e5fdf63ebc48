package dev.muster.commands.silence.command;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentReplies;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.Errand;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.intake.history.AlertFilter;
import dev.muster.commands.intake.history.AlertHistory;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a new silence finds: alerts that fire already, and their incidents, which stay open and say
 * that something of them is silenced.
 */
record SilencedIncidents(AlertHistory alerts, IncidentActions actions) {

  /** Only the newest are looked at: what else fires is silenced all the same when it is due. */
  static final int LOOKED_AT = 500;

  private static final AlertFilter FIRING =
      AlertFilter.ALL.withStatus(Optional.of(AlertStatus.FIRING));

  /** What fires of it now, and which incidents that are open have some of that. */
  record Found(int firing, List<IncidentId> open) {}

  /** Tells the incidents, in the running transaction, in the order of their numbers. */
  Found tell(Invocation invocation, Silence silence) {
    var firing =
        alerts.list(FIRING, PageRequest.first(LOOKED_AT)).items().stream()
            .filter(alert -> silence.covers(alert.labels()))
            .toList();
    var byIncident = new TreeMap<IncidentId, Integer>();
    firing.stream()
        .flatMap(alert -> alert.incident().stream())
        .forEach(id -> byIncident.merge(id, 1, Integer::sum));
    var open =
        byIncident.entrySet().stream()
            .filter(it -> tell(invocation, silence, it.getKey(), it.getValue()))
            .map(it -> it.getKey())
            .toList();
    return new Found(firing.size(), open);
  }

  private boolean tell(Invocation invocation, Silence silence, IncidentId id, int count) {
    var answer =
        actions.on(
            Errand.on(id, invocation, "show"),
            incident ->
                incident.isOpen()
                    ? Reply.told(note(invocation, silence, incident, count))
                    : Reply.toAsker(Message.of(id + " is over.")));
    return !answer.isPrivate();
  }

  private Message note(Invocation invocation, Silence silence, Incident incident, int count) {
    var next = incident.with(incident.details().silencedBy(silence.id().value(), silence.endsAt()));
    var what =
        "%s of its alerts silenced by %s: %s".formatted(count, silence.id(), silence.reason());
    actions.save(invocation, next, Kind.SILENCED, what);
    var line =
        Block.line(
            Span.text(
                "%s silenced %s of this until "
                    .formatted(invocation.actor().name(), Words.count(count, "alert"))),
            Span.time(silence.endsAt()),
            Span.text(
                ": %s (%s). This incident stays open.".formatted(silence.reason(), silence.id())));
    var said = Message.of(invocation.actor().name() + ": " + what, line);
    actions.say(IncidentReplies.said(next, said));
    return said;
  }
}
