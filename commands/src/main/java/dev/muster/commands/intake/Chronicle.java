package dev.muster.commands.intake;

import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.notify.ToTell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one commit says of its incidents: in their histories, in their threads, and to whom besides.
 * Not thread-safe.
 */
final class Chronicle {

  private final List<TimelineEntry> timeline = new ArrayList<>();
  private final List<ThreadReply> replies = new ArrayList<>();
  private final List<ToTell> toTell = new ArrayList<>();
  private final Instant now;

  Chronicle(Instant now) {
    this.now = now;
  }

  void log(IncidentId id, Kind kind, Actor.Sender sender, String text) {
    timeline.add(new TimelineEntry(id, now, kind, sender, text, Optional.empty()));
  }

  void say(ThreadReply reply) {
    replies.add(reply);
  }

  void tell(ToTell told) {
    toTell.add(told);
  }

  List<TimelineEntry> timeline() {
    return timeline;
  }

  List<ThreadReply> replies() {
    return replies;
  }

  List<ToTell> toTell() {
    return toTell;
  }
}
