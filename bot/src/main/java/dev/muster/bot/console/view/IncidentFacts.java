package dev.muster.bot.console.view;

import dev.muster.bot.chat.view.Links;
import dev.muster.bot.chat.view.Times;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.Role;
import dev.muster.commands.reminder.Reminder;
import dev.muster.commands.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All that is known of one incident, as one reader reads it. Immutable. */
public final class IncidentFacts {

  private static final String NOBODY = "nobody";

  private final Incident incident;
  private final Times times;

  public IncidentFacts(Incident incident, Times times) {
    this.incident = incident;
    this.times = times;
  }

  /** Who has it and who leads it even where that is nobody; the other roles where somebody is. */
  public List<FieldView> people() {
    var people = new ArrayList<FieldView>();
    var crew = incident.details().crew();
    people.add(FieldView.of(whose(), incident.assignee().map(Actor::name).orElse(NOBODY)));
    for (var role : Role.values()) {
      var who = crew.in(role).map(Actor.Human::name);
      if (who.isPresent() || role == Role.COMMANDER) {
        people.add(FieldView.of(role.title(), who.orElse(NOBODY)));
      }
    }
    return people;
  }

  private String whose() {
    return switch (incident.state()) {
      case IncidentState.Triggered _ when incident.assignee().isPresent() -> "Given to";
      case IncidentState.Open _ -> "Who has it";
      case IncidentState.Over _ -> "Who had it";
    };
  }

  /** What happened when, with how long that took. */
  public List<FieldView> times() {
    var fields = new ArrayList<FieldView>();
    var details = incident.details();
    details.times().started().ifPresent(at -> fields.add(FieldView.at("Started", times.of(at))));
    details.times().detected().ifPresent(at -> fields.add(FieldView.at("Detected", times.of(at))));
    fields.add(FieldView.at("Opened", times.of(incident.openedAt())));
    incident.state().acknowledged().ifPresent(it -> fields.add(change("Acknowledged", it)));
    incident.state().mitigated().ifPresent(it -> fields.add(change("Mitigated", it)));
    details.reopened().ifPresent(at -> fields.add(FieldView.at("Opened again", times.of(at))));
    switch (incident.state()) {
      case IncidentState.Resolved over -> fields.add(change("Resolved", over.change()));
      case IncidentState.Merged over -> fields.add(change("Merged", over.change()));
      case IncidentState.Open _ -> {}
    }
    return fields;
  }

  /** By when what is to happen; what is over has nothing ahead of it. */
  public List<FieldView> targets(List<Reminder> reminders) {
    var targets = new ArrayList<FieldView>();
    reminders.forEach(it -> targets.add(due(name(it), it.due())));
    if (incident.isOpen()) {
      incident.details().times().expectedOver().ifPresent(at -> targets.add(due("Over by", at)));
    }
    return targets;
  }

  /** What it was, for those who read it later. */
  public List<FieldView> report() {
    var findings = incident.details().findings();
    var report = new ArrayList<FieldView>();
    findings.rootCause().ifPresent(text -> report.add(FieldView.of("Root cause", text)));
    findings.resolution().ifPresent(text -> report.add(FieldView.of("Resolution", text)));
    findings.prevention().ifPresent(text -> report.add(FieldView.of("Prevention", text)));
    return report;
  }

  /** Whom and what it touches, and where else it is. */
  public List<FieldView> others(List<IncidentId> takenIn) {
    var fields = new ArrayList<FieldView>();
    var headline = incident.headline();
    if (!headline.services().isEmpty()) {
      fields.add(FieldView.of("Services", String.join(", ", headline.services())));
    }
    incident
        .details()
        .findings()
        .affectedUsers()
        .ifPresent(users ->
            fields.add(
                FieldView.of("Affected users", String.format(Locale.ENGLISH, "%,d", users))));
    fields.add(FieldView.of("Alerts", IncidentViews.alerts(incident)));
    if (incident.state() instanceof IncidentState.Merged(_, _, _, var into)) {
      fields.add(FieldView.to("Goes on as", into.toString(), IncidentViews.href(into)));
    }
    takenIn.forEach(
        id -> fields.add(FieldView.to("Took in", id.toString(), IncidentViews.href(id))));
    var channel = incident.channel();
    fields.add(FieldView.to("Chat", "#" + channel, Links.channel(channel)));
    headline
        .links()
        .forEach((name, url) ->
            fields.add(Links.isWeb(url) ? FieldView.away(name, url) : FieldView.of(name, url)));
    return fields;
  }

  private FieldView due(String name, Instant at) {
    return FieldView.due(name, times.of(at), at.isBefore(times.now()));
  }

  private FieldView change(String name, Change change) {
    var after = Words.duration(Duration.between(incident.openedAt(), change.at()));
    return FieldView.at(
        name, "by " + change.by().name() + " after " + after + ",", times.of(change.at()));
  }

  private static String name(Reminder reminder) {
    return switch (reminder.about()) {
      case "respond" -> "Acknowledge by";
      case "resolve" -> "Resolve by";
      default -> "Next update";
    };
  }
}
