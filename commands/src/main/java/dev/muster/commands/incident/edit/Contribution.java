package dev.muster.commands.incident.edit;

import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentReplies;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.IncidentActions;
import java.util.Locale;

/** What the commands that add something to an incident have in common. Thread-safe. */
final class Contribution {

  private final IncidentActions actions;

  Contribution(IncidentActions actions) {
    this.actions = actions;
  }

  IncidentActions actions() {
    return actions;
  }

  /** Keeps it, writes it to the timeline and says it in the thread, under the incident's lock. */
  Reply keep(Invocation invocation, Incident next, Kind kind, String what, Message answer) {
    return keep(invocation, next, kind, what, Message.of(said(invocation, what)), answer);
  }

  /** The same, said in other words than are kept. */
  Reply keep(
      Invocation invocation, Incident next, Kind kind, String what, Message said, Message answer) {
    actions.save(invocation, next, kind, what);
    actions.say(IncidentReplies.said(next, said));
    return Reply.told(answer);
  }

  /** In one line: who, and what. */
  static String said(Invocation invocation, String what) {
    return IncidentReplies.words(invocation.actor().name(), what);
  }

  static Reply unchanged(Incident incident, String why) {
    return Reply.toAsker(Message.of(incident.id() + ": " + why + " Nothing was changed."));
  }

  /** With a capital at its beginning. */
  static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
