package dev.muster.bot.console.view;

import dev.muster.bot.chat.view.Times;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Turns webhooks into what the console shows to one reader. Immutable. */
public final class DeliveryViews {

  private final Times times;

  public DeliveryViews(Times times) {
    this.times = times;
  }

  public DeliveryRow row(Delivery delivery) {
    var state = delivery.state();
    return new DeliveryRow(
        "/deliveries/" + delivery.id(),
        times.of(delivery.id().receivedAt()),
        delivery.integration(),
        delivery.source(),
        state.word(),
        state == Delivery.State.UNREADABLE || state == Delivery.State.FAILED,
        delivery.error().orElse(""),
        Words.count(delivery.alertCount(), "alert"));
  }

  public List<FieldView> fields(Delivery delivery) {
    var fields = new ArrayList<FieldView>();
    fields.add(FieldView.at("Received", times.of(delivery.id().receivedAt())));
    fields.add(FieldView.of("Integration", delivery.integration()));
    fields.add(FieldView.of("Source", delivery.source()));
    fields.add(FieldView.of("Alerts", Words.count(delivery.alertCount(), "alert")));
    delivery
        .incidents()
        .forEach(id -> fields.add(FieldView.to("Incident", id.toString(), IncidentViews.href(id))));
    fields.add(FieldView.of("Id", delivery.id().toString()));
    return fields;
  }
}
