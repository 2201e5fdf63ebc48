package dev.muster.bot.console;

import dev.muster.bot.chat.InMemoryIncidents;
import dev.muster.bot.health.Trouble;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Integration;
import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.search.IncidentSearch;
import dev.muster.commands.incident.search.SearchWords;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.RawBody;
import dev.muster.commands.intake.history.Alert;
import dev.muster.commands.intake.history.AlertFilter;
import dev.muster.commands.intake.history.AlertHistory;
import dev.muster.commands.intake.history.DeliveryHistory;
import dev.muster.commands.oncall.Layer;
import dev.muster.commands.oncall.LayeredOnCall;
import dev.muster.commands.oncall.Rotation;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.Turn;
import dev.muster.commands.operation.command.MemoryOperations;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.silence.MemorySilences;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.store.Ranked;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the console reads, without a database. Thread-safe. */
public final class MemoryArchive implements AlertHistory, DeliveryHistory {

  private static final Integration PROMETHEUS =
      new Integration("prometheus", "alertmanager", Optional.empty());

  private final List<Alert> alerts = new CopyOnWriteArrayList<>();
  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private final Map<DeliveryId, RawBody> bodies = new HashMap<>();

  /** What is silenced. */
  public final MemorySilences silences = new MemorySilences();

  /** What was run. */
  public final MemoryRunArchive runs = new MemoryRunArchive();

  /** What was done. */
  public final MemoryOperations operations = new MemoryOperations();

  /** Work that waits to be done. */
  public volatile ConsoleServices.Backlog backlog = ConsoleServices.Backlog.NONE;

  /** What somebody has to mend about Muster itself. */
  public volatile List<Trouble> troubles = List.of();

  public ConsoleServices services(
      InMemoryIncidents incidents, ConsoleServices.Desk desk, InstantSource clock) {
    var archive =
        new ConsoleServices.Archive(
            incidents,
            incidents,
            search(incidents),
            this,
            this,
            silences,
            runs.archive(),
            operations);
    var rota = new ConsoleServices.Rota(() -> List.of(weekly()), new LayeredOnCall());
    var machine =
        new ConsoleServices.Machine(
            List.of("alertmanager", "generic"), () -> backlog, () -> troubles);
    return new ConsoleServices(archive, rota, desk, machine, clock);
  }

  /** One that still fires, the newest so far. */
  public Alert fire(String title, CanonicalSeverity level, Instant at, IncidentId incident) {
    var severity = level.name().toLowerCase(Locale.ROOT);
    var opened = at.truncatedTo(ChronoUnit.MILLIS);
    var alert =
        new Alert(
            alerts.size() + 1,
            "f" + alerts.size(),
            "alertmanager",
            "firing",
            severity,
            level,
            title,
            Optional.of("Error rate 7.2 % (5 min), limit 5 %."),
            Map.of("alertname", title, "service", "learnhub-api", "hostile", "<b>@everyone</b>"),
            Map.of("runbook_url", "https://runbooks.learnhub.example/api", "bad", "javascript:x"),
            Map.of("Generator", "https://prometheus.learnhub.example/graph?g0=1"),
            Optional.of(at),
            Optional.empty(),
            opened,
            opened,
            3,
            Optional.of(incident),
            Optional.empty());
    alerts.addFirst(alert);
    return alert;
  }

  public DeliveryId unreadable(String body, String error, Instant at) {
    var id = DeliveryId.at(at);
    bodies.put(id, new RawBody(body.getBytes(StandardCharsets.UTF_8)));
    deliveries.addFirst(Delivery.unreadable(id, PROMETHEUS, error));
    return id;
  }

  @Override
  public Page<Alert> list(AlertFilter filter, PageRequest page) {
    var from = page.after(MemoryArchive::number).orElse(0);
    var found =
        alerts.stream()
            .filter(it -> filter.status().map(s -> s.word().equals(it.status())).orElse(true))
            .filter(it -> filter.source().map(it.source()::equals).orElse(true))
            .filter(it ->
                filter.incident().map(id -> it.incident().equals(Optional.of(id))).orElse(true))
            .skip(from)
            .toList();
    return cut(found, from, page.limit());
  }

  @Override
  public Ranked<Alert> worstFirst(AlertFilter filter, int from, int most) {
    var found =
        list(filter, PageRequest.first(500)).items().stream()
            .filter(it -> filter.severity().map(it.severity()::equals).orElse(true))
            .sorted(Comparator.comparing(Alert::level).thenComparing(Alert::openedAt))
            .toList();
    return new Ranked<>(found.stream().skip(from).limit(most).toList(), found.size());
  }

  @Override
  public Optional<Alert> numbered(long id) {
    return alerts.stream().filter(alert -> alert.id() == id).findFirst();
  }

  @Override
  public List<Alert> titled(SearchWords words, int limit) {
    return alerts.stream()
        .filter(it -> words.words().stream().allMatch(it.title()::contains))
        .limit(limit)
        .toList();
  }

  @Override
  public Page<Delivery> list(Optional<Delivery.State> state, PageRequest page) {
    var from = page.after(MemoryArchive::place).orElse(0);
    var found =
        deliveries.stream()
            .filter(it -> state.map(it.state()::equals).orElse(true))
            .skip(from)
            .toList();
    return cut(found, from, page.limit());
  }

  @Override
  public Optional<Delivery> find(DeliveryId id) {
    return deliveries.stream().filter(delivery -> delivery.id().equals(id)).findFirst();
  }

  @Override
  public Optional<RawBody> body(DeliveryId id) {
    return Optional.ofNullable(bodies.get(id));
  }

  private static <T> Page<T> cut(List<T> found, int from, int limit) {
    return found.size() <= limit
        ? new Page<>(found, Optional.empty())
        : new Page<>(found.subList(0, limit), Optional.of(Integer.toString(from + limit)));
  }

  /** Also behind a webhook, as the commands ask. */
  private static Optional<Integer> place(String text) {
    return number(text).or(() -> DeliveryId.parse(text).map(_ -> 0));
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static IncidentSearch search(IncidentStore incidents) {
    return (words, limit) ->
        incidents.list(IncidentFilter.ALL, PageRequest.first(100)).items().stream()
            .filter(it -> words.words().stream().allMatch(it.headline().title()::contains))
            .limit(limit)
            .toList();
  }

  private static Schedule weekly() {
    var people = List.of(new PersonId("devops"), new PersonId("backend"));
    var monday = LocalDateTime.parse("2024-12-02T00:00");
    var layer = new Layer(new Rotation(new Turn(1, Turn.Unit.WEEK), monday), people, 0);
    return new Schedule("primary", ZoneId.of("Africa/Nairobi"), List.of(layer));
  }
}
