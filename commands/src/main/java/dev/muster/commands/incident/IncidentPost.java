package dev.muster.commands.incident;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Block.Mark;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The root post of an incident: a pure function of its state, as design/UX draws it. */
public final class IncidentPost {

  private static final int MAX_NAMED_SERVICES = 3;

  private IncidentPost() {}

  public static Message render(Incident incident) {
    return switch (incident.state()) {
      case IncidentState.Triggered _ ->
          burning(incident, triggered(incident), triggeredButtons(incident));
      case IncidentState.Acknowledged state ->
          burning(
              incident,
              acknowledged(incident, state),
              List.of(resolve(incident, true), show(incident)));
      case IncidentState.Resolved state -> over(incident, state);
    };
  }

  /** The line of a list: what, how bad, who has it. */
  public static String oneLine(Incident incident) {
    return incident.id()
        + " "
        + subject(incident)
        + " · "
        + incident.severity().name()
        + " · "
        + status(incident);
  }

  private static Message burning(Incident incident, Block.Line status, List<Button> buttons) {
    var severity = incident.severity().name().toUpperCase(Locale.ROOT);
    var headline = severity + " · " + subject(incident);
    var blocks = new ArrayList<Block>();
    blocks.add(
        Message.heading(Mark.of(incident.severity().level()), headline, incident.id().toString()));
    incident.headline().summary().map(Block::line).ifPresent(blocks::add);
    blocks.add(status);
    links(incident).ifPresent(blocks::add);
    blocks.add(new Block.Buttons(buttons));
    var summary = incident.headline().summary().map(text -> ": " + text).orElse("");
    return new Message(headline + summary + " (" + incident.id() + ")", blocks);
  }

  private static Message over(Incident incident, IncidentState.Resolved state) {
    var lasted = Words.duration(Duration.between(incident.openedAt(), state.change().at()));
    var headline = subject(incident) + " · resolved after " + lasted;
    var spans = new ArrayList<Span>();
    spans.add(Span.text("RESOLVED by " + state.change().by().name() + " "));
    spans.add(Span.time(state.change().at()));
    spans.add(Span.text(" · " + Words.count(incident.alerts().total(), "alert")));
    state
        .acknowledged()
        .ifPresent(ack ->
            spans.add(
                Span.text(" · " + ack.by().name() + " had it after " + after(incident, ack))));
    if (incident.alerts().firing() > 0) {
      spans.add(
          Span.text(" · " + Words.count(incident.alerts().firing(), "alert") + " still firing"));
    }
    return Message.of(
        headline + " (" + incident.id() + ")",
        Message.heading(Mark.RESOLVED, headline, incident.id().toString()),
        new Block.Line(spans),
        new Block.Buttons(List.of(Button.of("Timeline", command("show", incident)))));
  }

  private static Block.Line triggered(Incident incident) {
    return Block.line(
        Span.strong("TRIGGERED "),
        Span.time(incident.openedAt()),
        Span.text(" · " + alerts(incident) + " · nobody has it, nobody is paged"));
  }

  private static Block.Line acknowledged(Incident incident, IncidentState.Acknowledged state) {
    return Block.line(
        Span.strong("ACKNOWLEDGED "),
        Span.text("by " + state.change().by().name() + " "),
        Span.time(state.change().at()),
        Span.text(" (after " + after(incident, state.change()) + ") · " + alerts(incident)));
  }

  private static Optional<Block.Line> links(Incident incident) {
    var spans = new ArrayList<Span>();
    incident
        .headline()
        .links()
        .forEach((name, url) -> {
          if (!spans.isEmpty()) {
            spans.add(Span.text(" · "));
          }
          spans.add(new Span.Link(name, url));
        });
    return spans.isEmpty() ? Optional.empty() : Optional.of(new Block.Line(spans));
  }

  private static List<Button> triggeredButtons(Incident incident) {
    return List.of(
        Button.primary("Acknowledge", command("ack", incident)),
        resolve(incident, false),
        show(incident));
  }

  private static Button resolve(Incident incident, boolean primary) {
    var firing = incident.alerts().firing();
    var confirm =
        firing == 0
            ? Optional.<String>empty()
            : Optional.of(
                "Resolve "
                    + incident.id()
                    + " although "
                    + Words.count(firing, "alert")
                    + (firing == 1 ? " still fires?" : " still fire?"));
    return new Button("Resolve", command("resolve", incident), primary, confirm);
  }

  private static Button show(Incident incident) {
    return Button.of("Timeline", command("show", incident));
  }

  static String command(String verb, Incident incident) {
    return "/incident " + verb + " " + incident.id().value();
  }

  private static String alerts(Incident incident) {
    var tally = incident.alerts();
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
    return text.toString();
  }

  private static String subject(Incident incident) {
    var services = incident.headline().services();
    if (services.isEmpty()) {
      return incident.headline().title();
    }
    var named = String.join(", ", services.stream().limit(MAX_NAMED_SERVICES).toList());
    var more = services.size() - MAX_NAMED_SERVICES;
    return incident.headline().title() + " · " + named + (more > 0 ? " and " + more + " more" : "");
  }

  private static String status(Incident incident) {
    return switch (incident.state()) {
      case IncidentState.Triggered _ -> "nobody has it";
      case IncidentState.Acknowledged state -> state.change().by().name() + " has it";
      case IncidentState.Resolved state -> "resolved by " + state.change().by().name();
    };
  }

  private static String after(Incident incident, Change change) {
    return Words.duration(Duration.between(incident.openedAt(), change.at()));
  }
}
