package dev.muster.commands.reminder;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.incident.Details.Snooze;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentReplies;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is said when an incident comes back from its snooze, in one word for all that has rested.
 *
 * @param incident awake
 * @param missed the reminders that have become due meanwhile
 */
public record Waking(Incident incident, Snooze snooze, List<Reminder> missed) {

  public Waking {
    missed = List.copyOf(missed);
  }

  /** For the timeline. */
  public String text() {
    var span = Words.duration(Duration.between(snooze.change().at(), snooze.until()));
    var why = snooze.reason().map(reason -> ": " + reason).orElse("");
    return "Back from a snooze of %s by %s%s".formatted(span, snooze.change().by().name(), why);
  }

  /** In the incident's thread. */
  public ThreadReply reply() {
    var headline = text() + ".";
    var stands = whose() + fires();
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(headline));
    blocks.add(Block.line(stands));
    missed.forEach(reminder ->
        blocks.add(Block.line(Span.text(reminder.text() + " "), Span.code(reminder.command()))));
    return IncidentReplies.said(incident, new Message(headline + " " + stands, blocks));
  }

  private String whose() {
    var who = IncidentReplies.whose(incident);
    return who.substring(0, 1).toUpperCase(Locale.ROOT) + who.substring(1) + ".";
  }

  private String fires() {
    return incident.alerts().firing() == 0 ? "" : " " + incident.alerts().stillFiring() + ".";
  }
}
