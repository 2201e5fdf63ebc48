package dev.muster.commands.incident.command;

import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.PostRef;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentMerges;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.store.Ranked;
import dev.muster.commands.testing.MemoryTransactions;
import dev.muster.commands.testing.WorstFirst;
import dev.muster.runbooks.engine.port.RunLists.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Incidents, timelines and threads in memory; for one thread. */
public final class MemoryIncidents implements IncidentStore, IncidentMerges, IncidentThreads {

  private static final long BEFORE_FIRST = 1050;

  private Map<IncidentId, Incident> incidents = new TreeMap<>();
  private List<TimelineEntry> timeline = new ArrayList<>();
  private List<ThreadReply> replies = new ArrayList<>();
  private final Map<IncidentId, PostRef> posts = new TreeMap<>();
  private final List<String> handedOver = new ArrayList<>();
  private final Set<IncidentId> locked = new TreeSet<>();
  private final Map<IncidentId, List<Line>> runs = new TreeMap<>();

  public MemoryIncidents(MemoryTransactions transactions) {
    transactions.join(() -> {
      var before = new TreeMap<>(incidents);
      var history = new ArrayList<>(timeline);
      var said = new ArrayList<>(replies);
      return () -> {
        incidents = before;
        timeline = history;
        replies = said;
      };
    });
  }

  public void add(Incident incident) {
    incidents.put(incident.id(), incident);
  }

  public void isPosted(IncidentId incident, PostRef at) {
    posts.put(incident, at);
  }

  public Incident get(long id) {
    return incidents.get(new IncidentId(id));
  }

  /** Those that somebody has locked so far. */
  public Set<IncidentId> locked() {
    return Set.copyOf(locked);
  }

  public List<TimelineEntry> timeline() {
    return List.copyOf(timeline);
  }

  public List<ThreadReply> replies() {
    return List.copyOf(replies);
  }

  @Override
  public Optional<Incident> find(IncidentId id) {
    return Optional.ofNullable(incidents.get(id));
  }

  @Override
  public Optional<Incident> findForUpdate(IncidentId id) {
    locked.add(id);
    return find(id);
  }

  @Override
  public IncidentId nextId() {
    var last = incidents.keySet().stream().mapToLong(IncidentId::value).max().orElse(0);
    return new IncidentId(Math.max(BEFORE_FIRST, last) + 1);
  }

  @Override
  public Optional<IncidentId> openOf(String groupKey) {
    return incidents.values().stream()
        .filter(incident -> incident.isOpen() && incident.groupKey().equals(groupKey))
        .map(Incident::id)
        .findFirst();
  }

  @Override
  public Map<IncidentId, Incident> lock(Collection<IncidentId> ids) {
    return ids.stream()
        .sorted()
        .flatMap(id -> findForUpdate(id).stream())
        .collect(Collectors.toMap(Incident::id, incident -> incident));
  }

  @Override
  public List<Line> runs(IncidentId id, int most) {
    return runs.getOrDefault(id, List.of()).stream().limit(most).toList();
  }

  /** Runs go on for it. */
  public void goOnFor(IncidentId id, Line... lines) {
    runs.put(id, List.of(lines));
  }

  @Override
  public void handOver(IncidentId from, IncidentId into) {
    handedOver.add(from + " to " + into);
  }

  /** Whose alerts went where. */
  public List<String> handedOver() {
    return List.copyOf(handedOver);
  }

  @Override
  public Page<Incident> list(IncidentFilter filter, PageRequest page) {
    var before = page.after(IncidentId::parse);
    var found =
        incidents.values().stream()
            .sorted((a, b) -> b.id().compareTo(a.id()))
            .filter(incident -> WorstFirst.isWanted(incident, filter))
            .filter(incident -> before.isEmpty() || incident.id().compareTo(before.get()) < 0)
            .toList();
    if (found.size() <= page.limit()) {
      return new Page<>(found, Optional.empty());
    }
    var shown = found.subList(0, page.limit());
    return new Page<>(shown, Optional.of(Long.toString(shown.getLast().id().value())));
  }

  @Override
  public Ranked<Incident> worstFirst(IncidentFilter filter, int from, int most) {
    return WorstFirst.of(incidents.values(), filter, from, most);
  }

  @Override
  public List<OpenOnes> openBySeverity() {
    return WorstFirst.bySeverity(incidents.values());
  }

  @Override
  public void save(Incident incident, TimelineEntry entry) {
    add(incident);
    timeline.add(entry);
  }

  @Override
  public void change(Incident incident) {
    add(incident);
  }

  @Override
  public List<TimelineEntry> timeline(IncidentId id, int limit) {
    var all =
        timeline.stream()
            .filter(entry -> entry.incident().equals(id))
            .sorted(Comparator.comparing(TimelineEntry::at))
            .toList();
    return all.subList(Math.max(0, all.size() - limit), all.size());
  }

  @Override
  public boolean isNoted(IncidentId id, Instant at, String link) {
    return timeline.stream()
        .anyMatch(entry ->
            entry.incident().equals(id)
                && entry.at().equals(at)
                && entry.link().equals(Optional.of(link)));
  }

  @Override
  public Optional<IncidentId> incidentAt(Place place) {
    return posts.entrySet().stream()
        .filter(post -> place.thread().equals(Optional.of(post.getValue().message())))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public void append(ThreadReply reply) {
    replies.add(reply);
  }
}
