package dev.muster.bot.console.view;

import dev.muster.bot.chat.view.Links;
import dev.muster.bot.chat.view.Times;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.history.Alert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns alerts into what the console shows to one reader. Immutable. */
public final class AlertViews {

  private final Times times;

  public AlertViews(Times times) {
    this.times = times;
  }

  public AlertRow row(Alert alert) {
    return new AlertRow(
        "/alerts/" + alert.id(),
        alert.level().word(),
        alert.severity(),
        alert.title(),
        alert.status(),
        alert.source(),
        alert.incident().map(IncidentId::toString).orElse(""),
        alert.incident().map(IncidentViews::href).orElse(""),
        times.of(alert.openedAt()),
        alert.silence().isPresent());
  }

  public List<FieldView> fields(Alert alert) {
    var fields = new ArrayList<FieldView>();
    fields.add(FieldView.of("Alert", Long.toString(alert.id())));
    alert
        .incident()
        .ifPresent(
            id -> fields.add(FieldView.to("Incident", id.toString(), IncidentViews.href(id))));
    alert.startsAt().ifPresent(at -> fields.add(FieldView.at("Starts", times.of(at))));
    alert.endsAt().ifPresent(at -> fields.add(FieldView.at("Ended", times.of(at))));
    fields.add(FieldView.at("Taken in", times.of(alert.openedAt())));
    fields.add(FieldView.at("Last heard of", times.of(alert.lastSeenAt())));
    fields.add(FieldView.of("Said", alert.count() == 1 ? "once" : alert.count() + " times"));
    fields.add(FieldView.of("Source", alert.source()));
    fields.add(FieldView.of("Fingerprint", alert.fingerprint()));
    fields.addAll(texts(alert.links()));
    return fields;
  }

  /** Texts by name; addresses of the web are links. */
  public static List<FieldView> texts(Map<String, String> texts) {
    return texts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(text ->
            Links.isWeb(text.getValue())
                ? FieldView.away(text.getKey(), text.getValue())
                : FieldView.of(text.getKey(), text.getValue()))
        .toList();
  }
}
