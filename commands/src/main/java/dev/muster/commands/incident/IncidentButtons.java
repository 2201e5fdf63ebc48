package dev.muster.commands.incident;

import dev.muster.commands.chat.Block.Button;
import java.util.List;
import java.util.Optional;

/** What can be done to an incident as it stands, the likeliest first. */
final class IncidentButtons {

  private static final String SNOOZE = "Snooze";
  private static final String TIMELINE = "Timeline";

  private IncidentButtons() {}

  static List<Button> of(Incident incident) {
    return incident.details().snooze().isPresent() ? asleep(incident) : awake(incident);
  }

  /** What there was to do is still to do, and it can be woken for it. */
  private static List<Button> asleep(Incident incident) {
    var wake = button("Wake it", "unsnooze", incident);
    return awake(incident).stream()
        .filter(button -> !button.label().equals(TIMELINE))
        .map(button -> button.label().equals(SNOOZE) ? wake : button)
        .toList();
  }

  private static List<Button> awake(Incident incident) {
    var timeline = button(TIMELINE, "timeline", incident);
    var snooze = button(SNOOZE, "snooze", incident);
    return switch (incident.state()) {
      case IncidentState.Triggered _ ->
          List.of(
              Button.primary("Acknowledge", IncidentPost.command("ack", incident)),
              resolve(incident, false),
              snooze,
              timeline);
      case IncidentState.Acknowledged _ ->
          List.of(
              Button.primary("Post update", IncidentPost.command("update", incident)),
              button("Mitigated", "mitigate", incident),
              resolve(incident, false),
              snooze);
      case IncidentState.Mitigated _ ->
          List.of(
              resolve(incident, true),
              button("Post update", "update", incident),
              button("It is back", "reopen", incident),
              snooze);
      case IncidentState.Resolved _ -> List.of(timeline, button("Reopen", "reopen", incident));
      case IncidentState.Merged(_, _, _, var into) ->
          List.of(Button.of("Show " + into, "/incident show " + into), timeline);
    };
  }

  private static Button button(String label, String verb, Incident incident) {
    return Button.of(label, IncidentPost.command(verb, incident));
  }

  /** Where a chat asks the question itself, the command need not ask it again. */
  private static Button resolve(Incident incident, boolean primary) {
    var command = IncidentPost.command("resolve", incident);
    if (incident.alerts().firing() == 0) {
      return new Button("Resolve", command, primary, Optional.empty());
    }
    var question =
        "Resolve %s although %s? It opens again if one fires anew."
            .formatted(incident.id(), incident.alerts().stillFiring());
    return new Button("Resolve", command + " confirm", primary, Optional.of(question));
  }
}
