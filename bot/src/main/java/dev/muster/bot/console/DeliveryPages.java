package dev.muster.bot.console;

import dev.muster.bot.console.Screen.Look;
import dev.muster.bot.console.view.BodyView;
import dev.muster.bot.console.view.DeliveryViews;
import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Visit;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.RawBody;
import dev.muster.commands.intake.history.DeliveryHistory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/** The list of webhooks that came in, and one of them with its body. Blocking. */
final class DeliveryPages {

  private static final String LIST = "/deliveries";

  private final Screen screen;
  private final DeliveryHistory deliveries;

  DeliveryPages(Screen screen, DeliveryHistory deliveries) {
    this.screen = screen;
    this.deliveries = deliveries;
  }

  Answer list(Visit visit) {
    var words = Arrays.stream(Delivery.State.values()).map(Delivery.State::word).toList();
    var state = Choices.in(LIST, visit, "state", words);
    var page = deliveries.list(state.chosen().map(DeliveryPages::state), Listing.page(visit));
    var views = new DeliveryViews(screen.times(visit));
    var model = new Listing(LIST, List.of(state)).model(visit, page, views::row);
    var look = new Look("deliveries", "Deliveries", LIST, LIST, Listing.isNewest(visit));
    return screen.show(visit, look, model);
  }

  Answer one(Visit visit) {
    return DeliveryId.parse(visit.value("id"))
        .flatMap(deliveries::find)
        .map(delivery -> show(visit, delivery))
        .orElseGet(() -> screen.missing("There is no such delivery", LIST, "See all deliveries"));
  }

  private Answer show(Visit visit, Delivery delivery) {
    var views = new DeliveryViews(screen.times(visit));
    var row = views.row(delivery);
    var error = delivery.error().orElse("");
    var bytes = deliveries.body(delivery.id()).map(RawBody::bytes).orElse(new byte[0]);
    var model = new HashMap<String, Object>();
    model.put("delivery", row);
    model.put("fields", views.fields(delivery));
    model.put("error", error);
    model.put("ignored", delivery.ignored().first());
    model.put("ignoredMore", delivery.ignored().count() - delivery.ignored().first().size());
    model.put("body", BodyView.of(bytes, error));
    var look = new Look("delivery", "Delivery from " + row.integration(), row.href(), LIST, false);
    return screen.show(visit, look, model);
  }

  private static Delivery.State state(String word) {
    return Arrays.stream(Delivery.State.values())
        .filter(state -> state.word().equals(word))
        .findFirst()
        .orElseThrow();
  }
}
