package dev.muster.commands.incident;

import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.text.Words;
import java.util.List;
import java.util.Optional;

/** What can be done to an incident as it stands, the likeliest first. */
final class IncidentButtons {

  private IncidentButtons() {}

  static List<Button> of(Incident incident) {
    var timeline = button("Timeline", "timeline", incident);
    return switch (incident.state()) {
      case IncidentState.Triggered _ ->
          List.of(
              Button.primary("Acknowledge", IncidentPost.command("ack", incident)),
              resolve(incident, false),
              timeline);
      case IncidentState.Acknowledged _ ->
          List.of(resolve(incident, true), button("Mitigated", "mitigate", incident), timeline);
      case IncidentState.Mitigated _ ->
          List.of(resolve(incident, true), button("It is back", "reopen", incident), timeline);
      case IncidentState.Resolved _ -> List.of(timeline, button("Reopen", "reopen", incident));
      case IncidentState.Merged(_, _, _, var into) ->
          List.of(Button.of("Show " + into, "/incident show " + into.value()), timeline);
    };
  }

  private static Button button(String label, String verb, Incident incident) {
    return Button.of(label, IncidentPost.command(verb, incident));
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
    return new Button("Resolve", IncidentPost.command("resolve", incident), primary, confirm);
  }
}
