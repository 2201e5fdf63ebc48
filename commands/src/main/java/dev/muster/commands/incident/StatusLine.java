package dev.muster.commands.incident;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Span;
import dev.muster.commands.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How an incident stands, who has it, and what was promised, in a line each. */
final class StatusLine {

  private final List<Span> spans = new ArrayList<>();
  private final Incident incident;

  private StatusLine(Incident incident) {
    this.incident = incident;
  }

  static Block.Line of(Incident incident) {
    return new Block.Line(new StatusLine(incident).status());
  }

  /** Who leads, whom it hurts, and by when there is news: nothing where nobody said. */
  static Optional<Block.Line> promises(Incident incident) {
    var spans = new StatusLine(incident).promised();
    return spans.isEmpty() ? Optional.empty() : Optional.of(new Block.Line(spans));
  }

  /** What of it nobody hears for a while: nothing where all is told. */
  static List<Block.Line> quiet(Incident incident) {
    var quiet = incident.details().quiet();
    var lines = new ArrayList<Block.Line>();
    quiet
        .snooze()
        .ifPresent(snooze ->
            lines.add(
                Block.line(
                    Span.strong("SNOOZED "),
                    Span.text("until "),
                    Span.time(snooze.until()),
                    Span.text(
                        " by "
                            + snooze.change().by().name()
                            + snooze.reason().map(why -> ": " + why).orElse("")))));
    silenced(quiet.silences()).ifPresent(lines::add);
    return lines;
  }

  /** However many they are, they are said once: when all of it is over, and what ends before. */
  private static Optional<Block.Line> silenced(Map<Long, Instant> silences) {
    if (silences.isEmpty()) {
      return Optional.empty();
    }
    var ends =
        silences.entrySet().stream()
            .sorted(Map.Entry.<Long, Instant>comparingByValue().thenComparing(Map.Entry::getKey))
            .toList();
    var first = ends.getFirst();
    var last = ends.getLast();
    var spans = new ArrayList<Span>();
    spans.add(Span.text("New alerts like these are silenced until "));
    spans.add(Span.time(last.getValue()));
    if (ends.size() == 1) {
      spans.add(Span.text(" (silence " + last.getKey() + ")"));
    } else if (first.getValue().equals(last.getValue())) {
      spans.add(Span.text(" (" + ends.size() + " silences)"));
    } else {
      spans.add(
          Span.text(
              " (%d silences; silence %d ends first, ".formatted(ends.size(), first.getKey())));
      spans.add(Span.time(first.getValue()));
      spans.add(Span.text(")"));
    }
    return Optional.of(new Block.Line(spans));
  }

  /** The state in some words of a list. */
  static String brief(Incident incident) {
    return incident.details().snooze().isPresent()
        ? "snoozed, " + standing(incident)
        : standing(incident);
  }

  private static String standing(Incident incident) {
    return switch (incident.state()) {
      case IncidentState.Triggered _ ->
          incident
              .assignee()
              .map(who -> "given to " + who.name() + ", not acknowledged")
              .orElse("nobody has it");
      case IncidentState.Acknowledged _ -> holder(incident) + " has it";
      case IncidentState.Mitigated _ -> "mitigated, " + holder(incident) + " has it";
      case IncidentState.Resolved state -> "resolved by " + state.change().by().name();
      case IncidentState.Merged state -> "merged into " + state.into();
    };
  }

  static String users(long users) {
    return String.format(Locale.ENGLISH, "%,d", users) + (users == 1 ? " user" : " users");
  }

  private List<Span> status() {
    switch (incident.state()) {
      case IncidentState.Triggered _ -> triggered();
      case IncidentState.Acknowledged(var change) -> {
        began("ACKNOWLEDGED", change);
        holds(change);
        alerts();
      }
      case IncidentState.Mitigated(var change, _) -> {
        began("MITIGATED", change);
        holds(change);
        alerts();
      }
      case IncidentState.Resolved state -> resolved(state);
      case IncidentState.Merged(var change, _, _, var into) -> {
        text("Merged into " + into + " by ");
        who(change.by(), " ");
        spans.add(Span.time(change.at()));
        text(" · its alerts are there now");
      }
    }
    return spans;
  }

  private void triggered() {
    spans.add(Span.strong("TRIGGERED "));
    spans.add(Span.time(incident.openedAt()));
    alerts();
    incident
        .assignee()
        .ifPresentOrElse(
            one -> {
              part("given to ");
              who(one, ", who has not acknowledged it");
            },
            () -> part("nobody has it, nobody is paged"));
  }

  private void began(String state, Change change) {
    spans.add(Span.strong(state + " "));
    text("by ");
    who(change.by(), " ");
    spans.add(Span.time(change.at()));
    text(" (after " + after(change) + ")");
  }

  private void resolved(IncidentState.Resolved state) {
    text("RESOLVED by ");
    who(state.change().by(), " ");
    spans.add(Span.time(state.change().at()));
    if (incident.alerts().total() > 0) {
      part(Words.count(incident.alerts().total(), "alert"));
    }
    state
        .acknowledged()
        .ifPresent(ack -> {
          part("");
          who(ack.by(), " had it after " + after(ack));
        });
    state.mitigated().ifPresent(calm -> part("mitigated after " + after(calm)));
    if (incident.alerts().firing() > 0) {
      part(Words.count(incident.alerts().firing(), "alert") + " still firing");
    }
  }

  private List<Span> promised() {
    var details = incident.details();
    details
        .crew()
        .roles()
        .forEach((role, who) -> {
          part(role.shortTitle() + " ");
          who(who, "");
        });
    details.findings().affectedUsers().ifPresent(users -> part(users(users) + " affected"));
    details.times().expectedOver().ifPresent(at -> time("over by", at));
    details.times().nextUpdate().ifPresent(at -> time("next update", at));
    return spans;
  }

  private void holds(Change change) {
    var crew = incident.details().crew();
    crew.assignee()
        .filter(who -> !who.key().equals(change.by().key()))
        .ifPresent(who -> {
          part("");
          who(who, " has it");
        });
  }

  private void alerts() {
    var tally = incident.alerts();
    if (tally.total() == 0) {
      return;
    }
    var services = incident.headline().services().size();
    var text = new StringBuilder(Words.count(tally.total(), "alert"));
    if (services > 1) {
      text.append(" in ").append(Words.count(services, "service"));
    }
    if (tally.firing() < tally.total()) {
      text.append(", ").append(tally.firing()).append(" still firing");
    }
    if (tally.truncated() > 0) {
      text.append(", ").append(tally.truncated()).append(" more left out by the sender");
    }
    part(text.toString());
  }

  private void time(String what, Instant at) {
    part(what + " ");
    spans.add(Span.time(at));
  }

  private void who(Actor actor, String then) {
    spans.add(
        switch (actor) {
          case Actor.Human(var id, var name) -> new Span.Mention(id, name);
          case Actor.Muster muster -> Span.text(muster.name());
          case Actor.Sender(var name) -> Span.text(name);
        });
    if (!then.isEmpty()) {
      text(then);
    }
  }

  private void part(String text) {
    text(spans.isEmpty() ? text : " · " + text);
  }

  private void text(String text) {
    spans.add(Span.text(text));
  }

  private String after(Change change) {
    return Words.duration(Duration.between(incident.openedAt(), change.at()));
  }

  private static String holder(Incident incident) {
    return incident.assignee().map(Actor::name).orElse("somebody");
  }
}
