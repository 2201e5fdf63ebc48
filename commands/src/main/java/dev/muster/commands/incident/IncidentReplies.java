package dev.muster.commands.incident;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import java.util.ArrayList;
import java.util.Optional;

/** What is said in an incident's thread. */
public final class IncidentReplies {

  private static final int MAX_LABELS = 20;

  private IncidentReplies() {}

  /** The first reply: all that the root post has no room for. */
  public static ThreadReply details(
      IncidentId incident, AlertEvent event, Optional<String> whySeverity) {
    var blocks = new ArrayList<Block>();
    var description = event.annotations().get("description");
    blocks.add(Block.line(Span.strong(event.title())));
    if (description != null && !event.summary().equals(Optional.of(description))) {
      blocks.add(Block.line(description));
    }
    whySeverity.ifPresent(why -> blocks.add(Block.line("Severity: " + why)));
    var labels =
        event.labels().entrySet().stream()
            .limit(MAX_LABELS)
            .map(label -> new Block.Field(label.getKey(), label.getValue()))
            .toList();
    if (!labels.isEmpty()) {
      blocks.add(new Block.Fields(labels));
    }
    var more = event.labels().size() - MAX_LABELS;
    if (more > 0) {
      blocks.add(Block.line("and " + more + " more labels"));
    }
    return new ThreadReply(
        incident,
        incident.value() + ":details",
        new Message("Details of " + event.title(), blocks));
  }

  /** Said aloud, because an edit of the root post reaches nobody. */
  public static ThreadReply reopened(Incident incident, AlertEvent event) {
    return reply(
        incident, "Fires again: " + event.title() + ". The incident is open again, nobody has it.");
  }

  static ThreadReply acknowledged(Incident incident, Actor by, String after) {
    return reply(incident, by.name() + " has it, " + after + " after it began.");
  }

  /** Somebody took it in the sender's own tool, and only that knows who. */
  public static ThreadReply acknowledgedAt(Incident incident, Actor.Sender sender, String after) {
    return reply(
        incident, "Acknowledged through " + sender.name() + ", " + after + " after it began.");
  }

  static ThreadReply resolved(Incident incident, Actor by, String after) {
    return reply(incident, by.name() + " resolved it, " + after + " after it began.");
  }

  /** One state has one reply: the version makes the key. */
  private static ThreadReply reply(Incident incident, String text) {
    var key = incident.id().value() + ":v" + incident.version();
    return new ThreadReply(incident.id(), key, Message.of(text));
  }
}
