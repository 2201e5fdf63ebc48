package dev.muster.integrations.postgres.incident;

import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.notify.ToTell;
import dev.muster.integrations.postgres.Columns;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.Write;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Mails that are to be sent, as rows: who is told of what, and the work of sending it. */
public final class MailRows {

  private static final Set<Kind> TURNS = Set.of(Kind.RESOLVED, Kind.MERGED, Kind.REOPENED);

  private MailRows() {}

  /** Somebody is told of incidents that have just been opened. */
  public static Write opened(Collection<ToTell> toTell, Instant now) {
    var rows = new Columns<>(toTell);
    return new Write(
        """
        with told as (
          insert into incident_mail (incident_id, version, recipient, occasion)
          select id, 1, recipient, 'opened' from unnest(:toldIds, :toldRecipients)
            as wanted (id, recipient)
          on conflict do nothing
          returning incident_id, version, recipient
        )
        """
            + work("told"),
        Map.of(
            "toldIds", rows.longs(one -> one.incident().value()),
            "toldRecipients", rows.texts(one -> one.recipient().word()),
            "toldNow", Columns.text(now.toString())));
  }

  /**
   * Whoever was told of an incident is told that it is over, or that it is not after all. To be
   * written after the incidents.
   */
  public static List<Write> following(Collection<TimelineEntry> history) {
    var turns = history.stream().filter(entry -> TURNS.contains(entry.kind())).toList();
    return turns.isEmpty() ? List.of() : List.of(turned(turns));
  }

  private static Write turned(List<TimelineEntry> turns) {
    return new Write(
        """
        with latest as (
          select distinct on (incident_id, recipient) incident_id, recipient, occasion
          from incident_mail where incident_id = any(:turnedIds)
          order by incident_id, recipient, version desc
        ), turned as (
          insert into incident_mail (incident_id, version, recipient, occasion)
          select incident.id, incident.version, latest.recipient,
            case when incident.status = 'resolved' then 'over' else 'again' end
          from latest join incident on incident.id = latest.incident_id
          where (incident.status = 'resolved') <> (latest.occasion = 'over')
          on conflict do nothing
          returning incident_id, version, recipient
        )
        """
            + work("turned"),
        Map.of(
            "turnedIds", new Columns<>(turns).longs(entry -> entry.incident().value()),
            "turnedNow", Columns.text(turns.getFirst().at().toString())));
  }

  private static String work(String rows) {
    return """
    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
    select '%s', incident_id || ':v' || version || ':' || recipient || '/mail',
      cast(:%sNow as timestamptz), false, 1
    from %s
    on conflict do nothing
    """
        .formatted(WorkRows.SEND_MAIL, rows, rows);
  }
}
