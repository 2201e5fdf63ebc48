package dev.muster.commands.incident;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said in an incident's thread. */
public final class IncidentReplies {

  private static final int MAX_LABELS = 20;
  private static final int SHORT = 600;

  private IncidentReplies() {}

  /** The first reply: all that the root post has no room for. */
  public static ThreadReply details(
      IncidentId incident, AlertEvent event, Optional<String> whySeverity) {
    return details(incident, event, whySeverity.map(why -> "Severity: " + why).stream().toList());
  }

  /**
   * The same with more.
   *
   * @param notes what else is to be said of it, in a line each
   */
  public static ThreadReply details(IncidentId incident, AlertEvent event, List<String> notes) {
    var blocks = new ArrayList<Block>();
    var description = event.annotations().get("description");
    blocks.add(Block.line(Span.strong(event.title())));
    if (description != null && !event.summary().equals(Optional.of(description))) {
      blocks.add(Block.line(description));
    }
    notes.forEach(note -> blocks.add(Block.line(note)));
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
        incident,
        "Fires again: " + event.title() + ". The incident is open again, " + whose(incident) + ".");
  }

  /** Whose an incident is that has been opened again. */
  public static String whose(Incident incident) {
    return incident
        .assignee()
        .map(one ->
            incident.state().acknowledged().isPresent()
                ? one.name() + " has it"
                : "given to " + one.name() + ", who has not acknowledged it yet")
        .orElse("nobody has it");
  }

  /** A mitigated incident burns again, for whoever had it. */
  public static ThreadReply recurred(Incident incident, AlertEvent event) {
    var who = incident.assignee().map(one -> " " + one.name() + " has it.").orElse("");
    return reply(
        incident, "Fires again: " + event.title() + ". It is not mitigated any more." + who);
  }

  /** It got worse while it rested. */
  public static ThreadReply woken(Incident incident, String why) {
    return reply(
        incident,
        "Snoozed no more: "
            + why
            + ". It is "
            + incident.severity().name()
            + " now, "
            + whose(incident)
            + ".");
  }

  /** Nothing fires any more in an incident that a person has to end. */
  public static ThreadReply calm(Incident incident) {
    var resolve = IncidentPost.typed("resolve", incident);
    var click = IncidentPost.command("resolve", incident);
    return new ThreadReply(
        incident.id(),
        key(incident),
        Message.of(
            "All of its alerts are over. Resolve it when you are sure: " + resolve,
            Block.line(
                Span.text("All of its alerts are over. Resolve it when you are sure: "),
                Span.code(resolve)),
            new Block.Buttons(List.of(Block.Button.primary("Resolve", click)))));
  }

  /**
   * An end by itself is shown by the post alone, since nobody did anything and nobody has to. Only
   * where the thread's last word would be wrong, that somebody has it or that it fires again, it is
   * said there too: who follows a thread hears nothing of an edit.
   */
  public static Optional<ThreadReply> ended(Incident before, Incident over, Instant at) {
    var isSaidToBurn =
        before.state().acknowledged().isPresent()
            || before.details().reopened().isPresent()
            || before.details().snooze().isPresent();
    var after = Words.duration(Duration.between(before.openedAt(), at));
    return isSaidToBurn
        ? Optional.of(
            reply(
                over,
                "Over: all of its alerts have ended, " + after + " after it began. Resolved."))
        : Optional.empty();
  }

  public static ThreadReply acknowledged(Incident incident, Actor by, String after) {
    return reply(incident, by.name() + " has it, " + after + " after it began.");
  }

  /** Somebody took it in the sender's own tool, and only that knows who. */
  public static ThreadReply acknowledgedAt(Incident incident, Actor.Sender sender, String after) {
    return reply(
        incident, "Acknowledged through " + sender.name() + ", " + after + " after it began.");
  }

  public static ThreadReply mitigated(Incident incident, Actor by, String after) {
    return reply(
        incident,
        by.name() + " mitigated it, " + after + " after it began. It is watched until resolved.");
  }

  /** Somebody says that it is not over. */
  public static ThreadReply reopened(Incident incident, Actor by, String who) {
    return reply(incident, by.name() + " opened it again: " + who + ".");
  }

  public static ThreadReply resolved(Incident incident, Actor by, String after) {
    return reply(incident, by.name() + " resolved it, " + after + " after it began.");
  }

  /** What somebody did or said. */
  public static ThreadReply said(Incident incident, Message message) {
    return new ThreadReply(incident.id(), key(incident), message);
  }

  /** In one line: who, and what, as far as there is room for it. */
  public static String words(String who, String what) {
    var isLong = what.length() > SHORT;
    return who + ": " + (isLong ? what.substring(0, SHORT) + "… (all of it: Timeline)" : what);
  }

  private static ThreadReply reply(Incident incident, String text) {
    return said(incident, Message.of(text));
  }

  /** One state has one reply: the version makes the key. */
  private static String key(Incident incident) {
    return incident.id().value() + ":v" + incident.version();
  }
}
