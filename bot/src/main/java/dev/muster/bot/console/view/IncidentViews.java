package dev.muster.bot.console.view;

import dev.muster.bot.chat.view.TimeView;
import dev.muster.bot.chat.view.Times;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.text.Words;
import java.util.ArrayList;
import java.util.List;

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
        incident.assignee().map(Actor::name).orElse(""),
        times.of(incident.openedAt()),
        alerts(incident),
        incident.isOpen(),
        incident.details().snooze().isPresent());
  }

  /** When it came to stand as it does. */
  public TimeView since(Incident incident) {
    return times.of(
        switch (incident.state()) {
          case IncidentState.Triggered _ ->
              incident.details().reopened().orElse(incident.openedAt());
          case IncidentState.Acknowledged(var change) -> change.at();
          case IncidentState.Mitigated(var change, _) -> change.at();
          case IncidentState.Over over -> over.change().at();
        });
  }

  public TimelineRow line(TimelineEntry entry) {
    return new TimelineRow(
        times.of(entry.at()),
        entry.actor().name(),
        entry.kind().word().replace('-', ' '),
        entry.text(),
        entry.link().orElse(""));
  }

  /**
   * What is quiet about it, and the buttons that its post in the chat has, without those for what
   * stands on its page, such as runbooks.
   */
  public static Message actions(Incident incident, boolean mayAct) {
    var blocks = new ArrayList<Block>(IncidentPost.quiet(incident));
    var buttons = buttons(incident);
    if (!buttons.isEmpty() && mayAct) {
      blocks.add(new Block.Buttons(buttons));
    }
    return new Message(incident.headline().title(), blocks);
  }

  private static List<Block.Button> buttons(Incident incident) {
    return IncidentPost.render(incident).blocks().stream()
        .filter(Block.Buttons.class::isInstance)
        .flatMap(block -> ((Block.Buttons) block).buttons().stream())
        .filter(button -> button.command().startsWith("/incident "))
        .filter(button -> !button.command().matches("/incident (show|timeline|update) .*"))
        .toList();
  }

  static String alerts(Incident incident) {
    var tally = incident.alerts();
    if (tally.total() == 0) {
      return "none";
    }
    var left = tally.truncated() == 0 ? "" : ", " + tally.truncated() + " left out by the sender";
    return Words.count(tally.total(), "alert") + ", " + tally.firing() + " firing" + left;
  }
}
