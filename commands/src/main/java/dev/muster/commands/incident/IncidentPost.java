package dev.muster.commands.incident;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Block.Mark;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.incident.suggested.Suggested;
import dev.muster.commands.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The root post of an incident: a pure function of its state, as design/UX draws it. */
public final class IncidentPost {

  private static final int MAX_NAMED_SERVICES = 3;

  private IncidentPost() {}

  public static Message render(Incident incident) {
    return switch (incident.state()) {
      case IncidentState.Open _ -> burning(incident);
      case IncidentState.Resolved over -> resolved(incident, over);
      case IncidentState.Merged over -> merged(incident, over);
    };
  }

  /** The post with the way to the channel that the incident has for itself. */
  public static Message pointing(Message post, Span.Channel own) {
    var blocks = new ArrayList<>(post.blocks());
    var above = blocks.getLast() instanceof Block.Buttons ? blocks.size() - 1 : blocks.size();
    blocks.add(above, Block.line(Span.text("More in "), own));
    return new Message(post.fallback(), blocks);
  }

  /** The line of a list: what, how bad, who has it. */
  public static String oneLine(Incident incident) {
    return incident.id() + " " + choice(incident);
  }

  /** The same without its number, where that stands beside it. */
  public static String choice(Incident incident) {
    return subject(incident)
        + " · "
        + incident.severity().name()
        + " · "
        + StatusLine.brief(incident);
  }

  /** What of it nobody hears for a while, in a line each. */
  public static List<Block.Line> quiet(Incident incident) {
    return StatusLine.quiet(incident);
  }

  /** What to click to do something to it: also in a thread, where a bare number may be text. */
  public static String command(String verb, Incident incident) {
    return "/incident " + verb + " " + incident.id();
  }

  /** What to type for the same. */
  public static String typed(String verb, Incident incident) {
    return "/incident " + verb + " " + incident.id().value();
  }

  private static Message burning(Incident incident) {
    var severity = incident.severity().name().toUpperCase(Locale.ROOT);
    var headline = severity + " · " + subject(incident);
    var blocks = new ArrayList<Block>();
    blocks.add(
        Message.heading(Mark.of(incident.severity().level()), headline, incident.id().toString()));
    incident.headline().summary().map(Block::line).ifPresent(blocks::add);
    blocks.add(StatusLine.of(incident));
    blocks.addAll(StatusLine.quiet(incident));
    StatusLine.promises(incident).ifPresent(blocks::add);
    links(incident).ifPresent(blocks::add);
    blocks.add(new Block.Buttons(IncidentButtons.of(incident)));
    blocks.addAll(runbooks(incident));
    var summary = incident.headline().summary().map(text -> ": " + text).orElse("");
    return new Message(headline + summary + " (" + incident.id() + ")", blocks);
  }

  private static Message resolved(Incident incident, IncidentState.Resolved state) {
    var lasted = Duration.between(incident.openedAt(), state.change().at());
    return calm(incident, Mark.RESOLVED, " · resolved after " + Words.duration(lasted));
  }

  private static Message merged(Incident incident, IncidentState.Merged state) {
    return calm(incident, Mark.NONE, " · goes on as " + state.into());
  }

  private static Message calm(Incident incident, Mark mark, String what) {
    var headline = subject(incident) + what;
    var blocks =
        Stream.of(
                Optional.of(Message.heading(mark, headline, incident.id().toString())),
                findings(incident),
                Optional.of(StatusLine.of(incident)),
                Optional.of(new Block.Buttons(IncidentButtons.of(incident))))
            .<Block>flatMap(Optional::stream)
            .toList();
    return new Message(headline + " (" + incident.id() + ")", blocks);
  }

  /** What it was, once somebody has written that down. */
  private static Optional<Block> findings(Incident incident) {
    var findings = incident.details().findings();
    var sentences =
        Stream.of(
                findings.rootCause().map(IncidentPost::sentence),
                findings.affectedUsers().map(users -> StatusLine.users(users) + " affected."))
            .flatMap(Optional::stream)
            .toList();
    return sentences.isEmpty()
        ? Optional.empty()
        : Optional.of(Block.line(String.join(" ", sentences)));
  }

  private static String sentence(String text) {
    return text.matches("(?s).*[.!?…]") ? text : text + ".";
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

  /**
   * What may help, and a button for what fits best: for two or three where they fit alike. More
   * would crowd those that every incident has; the thread has one for each.
   */
  private static List<Block> runbooks(Incident incident) {
    var suggested = incident.details().suggested();
    if (suggested.best().isEmpty()) {
      return List.of();
    }
    var titles = suggested.best().stream().map(Suggested.Entry::title).toList();
    var more = suggested.others() == 0 ? "" : " and %d more".formatted(suggested.others());
    var words = titles.size() + suggested.others() == 1 ? "Runbook: " : "Runbooks: ";
    var buttons =
        suggested.first().stream()
            .map(it -> Button.of("Run " + it.runbook(), run(it.runbook(), incident.id())))
            .toList();
    return List.of(
        Block.line(words + String.join(" · ", titles) + more), new Block.Buttons(buttons));
  }

  /** What to click to run something for it, wherever that is. */
  public static String run(String runbook, IncidentId incident) {
    return "/runbook run %s for:%s".formatted(runbook, incident);
  }

  static String subject(Incident incident) {
    var services = incident.headline().services();
    if (services.isEmpty()) {
      return incident.headline().title();
    }
    var named = String.join(", ", services.stream().limit(MAX_NAMED_SERVICES).toList());
    var more = services.size() - MAX_NAMED_SERVICES;
    return incident.headline().title() + " · " + named + (more > 0 ? " and " + more + " more" : "");
  }
}
