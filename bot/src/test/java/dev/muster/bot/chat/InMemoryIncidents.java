package dev.muster.bot.chat;

import dev.muster.bot.page.Visit;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.alert.SeverityTarget;
import dev.muster.commands.chat.Place;
import dev.muster.commands.deadline.Targets;
import dev.muster.commands.incident.Headline;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentMerges;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.history.IncidentHistory;
import dev.muster.commands.reminder.Reminders;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.store.Ranked;
import dev.muster.runbooks.engine.port.RunLists.Line;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Incidents without a database, posted to the chat as soon as they change. */
public final class InMemoryIncidents
    implements IncidentStore, IncidentHistory, IncidentMerges, IncidentThreads {

  static final List<SeverityTarget> SCALE =
      Stream.of(CanonicalSeverity.values())
          .map(level -> new Severity(level.word(), level))
          .map(severity -> new SeverityTarget(severity, Targets.NONE, Optional.empty()))
          .toList();

  private final TreeMap<Long, Incident> incidents = new TreeMap<>();
  private final List<TimelineEntry> entries = new ArrayList<>();
  private final Map<IncidentId, Long> posts = new HashMap<>();
  private final InMemoryChat chat;
  private final InstantSource clock;

  InMemoryIncidents(InMemoryChat chat, InstantSource clock) {
    this.chat = chat;
    this.clock = clock;
  }

  /** Opens the next incident, beginning with #1042, and answers the id of its post. */
  public synchronized long open(
      CanonicalSeverity level, String title, String summary, String service) {
    var id = nextId();
    var links =
        Map.of("Runbook", "https://runbooks.learnhub.example/db", "Bad", "javascript:alert(1)");
    var headline = new Headline(title, Optional.of(summary), Set.of(service), links);
    var severity = new Severity(level.name().toLowerCase(java.util.Locale.ROOT), level);
    var incident =
        Incident.open(id, title, "incidents", headline, severity, clock.instant())
            .joinedBy(severity, Optional.of(service));
    incidents.put(id.value(), incident);
    posts.put(id, chat.post("incidents", IncidentPost.render(incident)));
    return posts.get(id);
  }

  synchronized long postOf(long incident) {
    return posts.get(new IncidentId(incident));
  }

  @Override
  public synchronized Optional<Incident> find(IncidentId id) {
    return Optional.ofNullable(incidents.get(id.value()));
  }

  @Override
  public Optional<Incident> findForUpdate(IncidentId id) {
    return find(id);
  }

  @Override
  public synchronized IncidentId nextId() {
    return new IncidentId(incidents.isEmpty() ? 1042 : incidents.lastKey() + 1);
  }

  @Override
  public synchronized Optional<IncidentId> openOf(String groupKey) {
    return incidents.values().stream()
        .filter(incident -> incident.isOpen() && incident.groupKey().equals(groupKey))
        .map(Incident::id)
        .findFirst();
  }

  @Override
  public synchronized Map<IncidentId, Incident> lock(Collection<IncidentId> ids) {
    return ids.stream()
        .flatMap(id -> find(id).stream())
        .collect(Collectors.toMap(Incident::id, incident -> incident));
  }

  @Override
  public List<Line> runs(IncidentId id, int most) {
    return List.of();
  }

  /** There are no alerts to hand over. */
  @Override
  public void handOver(IncidentId from, IncidentId into) {}

  @Override
  public synchronized Page<Incident> list(IncidentFilter filter, PageRequest page) {
    var found =
        incidents.descendingMap().values().stream()
            .filter(incident ->
                filter.statuses().isEmpty()
                    || filter.statuses().contains(incident.state().status()))
            .limit(page.limit())
            .toList();
    return new Page<>(found, Optional.empty());
  }

  @Override
  public synchronized Ranked<Incident> worstFirst(IncidentFilter filter, int from, int most) {
    var found =
        list(filter, PageRequest.first(500)).items().stream()
            .filter(one -> filter.severity().map(one.severity().name()::equals).orElse(true))
            .sorted(
                Comparator.<Incident, Integer>comparing(one -> one.severity().level().ordinal())
                    .thenComparing(Incident::openedAt))
            .toList();
    return new Ranked<>(found.stream().skip(from).limit(most).toList(), found.size());
  }

  @Override
  public synchronized List<OpenOnes> openBySeverity() {
    var all = new LinkedHashMap<String, OpenOnes>();
    for (var one : worstFirst(IncidentFilter.OPEN, 0, 500).items()) {
      var unowned = one.state().acknowledged().isEmpty() ? 1 : 0;
      all.merge(
          one.severity().name(),
          new OpenOnes(one.severity().name(), 1, unowned),
          (a, b) -> new OpenOnes(a.severity(), a.count() + 1, a.unowned() + b.unowned()));
    }
    return List.copyOf(all.values());
  }

  @Override
  public synchronized void save(Incident incident, TimelineEntry entry) {
    change(incident);
    entries.add(entry);
  }

  @Override
  public synchronized void change(Incident incident) {
    incidents.put(incident.id().value(), incident);
    var message = IncidentPost.render(incident);
    posts.computeIfAbsent(incident.id(), _ -> chat.post(incident.channel(), message));
    chat.edit(posts.get(incident.id()), message);
  }

  @Override
  public synchronized boolean isNoted(IncidentId id, Instant at, String link) {
    return entries.stream()
        .anyMatch(entry ->
            entry.incident().equals(id)
                && entry.at().equals(at)
                && entry.link().equals(Optional.of(link)));
  }

  @Override
  public synchronized List<TimelineEntry> timeline(IncidentId id, int limit) {
    return entries.stream().filter(entry -> entry.incident().equals(id)).limit(limit).toList();
  }

  @Override
  public synchronized Page<TimelineEntry> timeline(IncidentId id, PageRequest page) {
    var from = page.after(Visit::number).orElse(0L);
    var found =
        entries.reversed().stream()
            .filter(entry -> entry.incident().equals(id))
            .skip(from)
            .limit(page.limit() + 1L)
            .toList();
    return found.size() <= page.limit()
        ? new Page<>(found, Optional.empty())
        : new Page<>(
            found.subList(0, page.limit()), Optional.of(Long.toString(from + page.limit())));
  }

  @Override
  public synchronized List<IncidentId> mergedInto(IncidentId id) {
    return incidents.values().stream()
        .filter(incident ->
            incident.state() instanceof IncidentState.Merged merged && merged.into().equals(id))
        .map(Incident::id)
        .toList();
  }

  @Override
  public synchronized Reminders.History began(Incident incident) {
    var updated =
        entries.stream()
            .filter(entry -> entry.incident().equals(incident.id()))
            .filter(entry -> entry.kind() == TimelineEntry.Kind.UPDATE)
            .map(TimelineEntry::at)
            .max(Instant::compareTo);
    return new Reminders.History(
        incident.details().reopened().orElse(incident.openedAt()), updated);
  }

  @Override
  public synchronized Optional<IncidentId> incidentAt(Place place) {
    return posts.entrySet().stream()
        .filter(post -> place.thread().equals(Optional.of(post.getValue().toString())))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public synchronized void append(ThreadReply reply) {
    chat.reply(posts.get(reply.incident()), reply.message());
  }
}
