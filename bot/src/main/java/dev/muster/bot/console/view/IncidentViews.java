package dev.muster.bot.console.view;

import dev.muster.bot.chat.view.Links;
import dev.muster.bot.chat.view.Times;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns incidents into what the console shows to one reader. Immutable. */
public final class IncidentViews {

  private final Times times;

  public IncidentViews(Times times) {
    this.times = times;
  }

  public static String href(IncidentId id) {
    return "/incidents/" + id.value();
  }

  public IncidentRow row(Incident incident) {
    return new IncidentRow(
        incident.id().toString(),
        href(incident.id()),
        incident.severity().level().word(),
        incident.severity().name(),
        incident.headline().title(),
        String.join(", ", incident.headline().services()),
        incident.state().status().word(),
        acknowledged(incident).map(Change::by).map(Actor::name).orElse(""),
        times.of(incident.openedAt()),
        alerts(incident),
        incident.isOpen());
  }

  public List<FieldView> fields(Incident incident) {
    var fields = new ArrayList<FieldView>();
    fields.add(FieldView.at("Opened", times.of(incident.openedAt())));
    acknowledged(incident).ifPresent(change -> fields.add(change("Acknowledged", change)));
    if (incident.state() instanceof IncidentState.Resolved over) {
      fields.add(change("Resolved", over.change()));
    }
    if (!incident.headline().services().isEmpty()) {
      fields.add(FieldView.of("Services", String.join(", ", incident.headline().services())));
    }
    fields.add(FieldView.of("Alerts", alerts(incident)));
    var channel = incident.channel();
    fields.add(FieldView.to("Chat", "#" + channel, Links.channel(channel)));
    incident
        .headline()
        .links()
        .forEach((name, url) ->
            fields.add(Links.isWeb(url) ? FieldView.away(name, url) : FieldView.of(name, url)));
    return fields;
  }

  public TimelineRow line(TimelineEntry entry) {
    return new TimelineRow(
        times.of(entry.at()),
        entry.actor().name(),
        entry.kind().word().replace('-', ' '),
        entry.text());
  }

  /** The buttons that its post in the chat has, without those that only show what stands here. */
  public static Message actions(Incident incident) {
    var buttons =
        IncidentPost.render(incident).blocks().stream()
            .filter(Block.Buttons.class::isInstance)
            .flatMap(block -> ((Block.Buttons) block).buttons().stream())
            .filter(button -> !button.command().matches("/incident (show|timeline) .*"))
            .toList();
    var blocks = buttons.isEmpty() ? List.<Block>of() : List.<Block>of(new Block.Buttons(buttons));
    return new Message(incident.headline().title(), blocks);
  }

  private FieldView change(String name, Change change) {
    return FieldView.at(name, "by " + change.by().name(), times.of(change.at()));
  }

  private static Optional<Change> acknowledged(Incident incident) {
    return incident.state().acknowledged();
  }

  private static String alerts(Incident incident) {
    var tally = incident.alerts();
    var left = tally.truncated() == 0 ? "" : ", " + tally.truncated() + " left out by the sender";
    return Words.count(tally.total(), "alert") + ", " + tally.firing() + " firing" + left;
  }
}
