package dev.muster.bot.api;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentStatus;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.history.AlertFilter;
import dev.muster.commands.intake.history.AlertHistory;
import dev.muster.commands.intake.history.DeliveryHistory;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.silence.SilenceStore;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the API lets programs read. Blocking and thread-safe. */
public final class ReadingApi {

  private static final int LINES = 500;

  private final Known known;
  private final IncidentStore incidents;
  private final AlertHistory alerts;
  private final DeliveryHistory deliveries;
  private final SilenceStore silences;

  /** The words that filters take. */
  public record Known(Supplier<List<String>> severities, List<String> sources) {}

  public ReadingApi(
      IncidentStore incidents,
      AlertHistory alerts,
      DeliveryHistory deliveries,
      SilenceStore silences,
      Known known) {
    this.known = known;
    this.silences = silences;
    this.incidents = incidents;
    this.alerts = alerts;
    this.deliveries = deliveries;
  }

  JsonObject incidents(ApiCall call) {
    var filter =
        new IncidentFilter(
            call.text("status").map(ReadingApi::statuses).orElse(Set.of()),
            call.oneOf("severity", known.severities().get()),
            call.text("service"),
            call.time("since"));
    return list("incidents", incidents.list(filter, ApiRoutes.page(call)), IncidentShapes::brief);
  }

  JsonObject incident(ApiCall call) {
    var incident = find(call);
    var json = IncidentShapes.whole(incident);
    var joined = alerts.list(AlertFilter.of(incident.id()), PageRequest.first(LINES));
    json.put("alerts", array(joined, JsonShapes::alert));
    var lines =
        incidents.timeline(incident.id(), LINES).stream().map(JsonShapes::timeline).toList();
    return json.put("timeline", new JsonArray(lines)).put("pages", new JsonArray());
  }

  JsonObject alerts(ApiCall call) {
    var filter =
        new AlertFilter(
            call.text("status").map(ReadingApi::alertStatus),
            call.oneOf("source", known.sources()),
            call.text("fingerprint"),
            call.time("since"),
            Optional.empty());
    var wanted = call.text("silence").map(ReadingApi::silenceId).map(filter::silencedBy);
    var page = alerts.list(wanted.orElse(filter), ApiRoutes.page(call));
    return list("alerts", page, JsonShapes::alert);
  }

  /** Those that are active are few: all of them are one page. */
  JsonObject silences(ApiCall call) {
    var isPast = call.oneOf("state", List.of("active", "ended")).equals(Optional.of("ended"));
    var page = ApiRoutes.page(call);
    var found =
        isPast ? silences.past(page) : new Page<>(silences.active(), Optional.<String>empty());
    var held = silences.held();
    return list("silences", found, it -> JsonShapes.silence(it, held.getOrDefault(it.id(), 0L)));
  }

  JsonObject deliveries(ApiCall call) {
    var state = call.text("state").map(ReadingApi::deliveryState);
    return list("deliveries", deliveries.list(state, ApiRoutes.page(call)), JsonShapes::delivery);
  }

  JsonObject delivery(ApiCall call) {
    return JsonShapes.delivery(
        DeliveryId.parse(call.id()).flatMap(deliveries::find).orElseThrow(() -> noDelivery(call)));
  }

  Buffer body(ApiCall call) {
    return DeliveryId.parse(call.id())
        .flatMap(deliveries::body)
        .map(body -> Buffer.buffer(body.bytes()))
        .orElseThrow(() -> noDelivery(call));
  }

  private Incident find(ApiCall call) {
    return IncidentId.parse(call.id())
        .flatMap(incidents::find)
        .orElseThrow(() -> BadCall.notFound("There is no incident " + call.id() + "."));
  }

  private static BadCall noDelivery(ApiCall call) {
    return BadCall.notFound("There is no delivery " + call.id() + ".");
  }

  private static SilenceId silenceId(String text) {
    return SilenceId.parse(text)
        .orElseThrow(() -> BadCall.invalid("silence is the number of one."));
  }

  private static Set<IncidentStatus> statuses(String word) {
    if (word.equals("open")) {
      return IncidentFilter.OPEN.statuses();
    }
    return Set.of(
        IncidentStatus.of(word)
            .orElseThrow(() ->
                BadCall.invalid(
                    "status is open, triggered, acknowledged, mitigated or resolved.")));
  }

  private static AlertStatus alertStatus(String word) {
    return oneOf(AlertStatus.values(), AlertStatus::word, "status", word);
  }

  private static Delivery.State deliveryState(String word) {
    return oneOf(Delivery.State.values(), Delivery.State::word, "state", word);
  }

  private static <T> T oneOf(T[] values, Function<T, String> name, String what, String word) {
    return Arrays.stream(values)
        .filter(value -> name.apply(value).equals(word))
        .findFirst()
        .orElseThrow(() ->
            BadCall.invalid(
                what
                    + " is one of "
                    + Arrays.stream(values).map(name).collect(Collectors.joining(", "))
                    + "."));
  }

  private static <T> JsonObject list(String name, Page<T> page, Function<T, JsonObject> shape) {
    var json = new JsonObject().put(name, array(page, shape));
    JsonShapes.put(json, "nextCursor", page.nextCursor());
    return json;
  }

  private static <T> JsonArray array(Page<T> page, Function<T, JsonObject> shape) {
    return new JsonArray(page.items().stream().map(shape).toList());
  }
}
