package dev.muster.commands.incident;

import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.PostRef;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.testing.MemoryTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Incidents, timelines and threads in memory; for one thread. */
final class MemoryIncidents implements IncidentStore, IncidentThreads {

  private Map<IncidentId, Incident> incidents = new TreeMap<>();
  private List<TimelineEntry> timeline = new ArrayList<>();
  private List<ThreadReply> replies = new ArrayList<>();
  private final Map<IncidentId, PostRef> posts = new TreeMap<>();
  private final Set<IncidentId> locked = new TreeSet<>();

  MemoryIncidents(MemoryTransactions transactions) {
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

  void add(Incident incident) {
    incidents.put(incident.id(), incident);
  }

  void isPosted(IncidentId incident, PostRef at) {
    posts.put(incident, at);
  }

  Incident get(long id) {
    return incidents.get(new IncidentId(id));
  }

  /** Those that somebody has locked so far. */
  Set<IncidentId> locked() {
    return Set.copyOf(locked);
  }

  List<TimelineEntry> timeline() {
    return List.copyOf(timeline);
  }

  List<ThreadReply> replies() {
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
  public Page<Incident> list(IncidentFilter filter, PageRequest page) {
    var before = page.after(IncidentId::parse);
    var found =
        incidents.values().stream()
            .sorted((a, b) -> b.id().compareTo(a.id()))
            .filter(incident ->
                filter.statuses().isEmpty()
                    || filter.statuses().contains(incident.state().status()))
            .filter(incident -> before.isEmpty() || incident.id().compareTo(before.get()) < 0)
            .toList();
    if (found.size() <= page.limit()) {
      return new Page<>(found, Optional.empty());
    }
    var shown = found.subList(0, page.limit());
    return new Page<>(shown, Optional.of(Long.toString(shown.getLast().id().value())));
  }

  @Override
  public void save(Incident incident, TimelineEntry entry) {
    add(incident);
    timeline.add(entry);
  }

  @Override
  public List<TimelineEntry> timeline(IncidentId id, int limit) {
    var all = timeline.stream().filter(entry -> entry.incident().equals(id)).toList();
    return all.subList(Math.max(0, all.size() - limit), all.size());
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
