package dev.muster.commands.incident;

import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.IncidentTarget.Target;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.people.Right;
import dev.muster.commands.text.Words;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the commands on one incident have in common. */
final class IncidentActions {

  static final Right VIEW = new Right("incident", "view");
  static final Right ACT = new Right("incident", "act");

  private final IncidentStore store;
  private final IncidentThreads threads;
  private final IncidentTarget target;
  private final InstantSource clock;

  IncidentActions(IncidentStore store, IncidentThreads threads, InstantSource clock) {
    this.store = store;
    this.threads = threads;
    this.target = new IncidentTarget(store, threads);
    this.clock = clock;
  }

  /** Runs on the incident that is meant, locked, or answers which ones could be. */
  Reply on(
      Invocation invocation,
      List<String> arguments,
      String verb,
      Function<Incident, Reply> action) {
    return answer(target.lock(invocation, arguments, verb), action);
  }

  /** The same for who only looks: nobody has to wait for the other. */
  Reply lookAt(
      Invocation invocation,
      List<String> arguments,
      String verb,
      Function<Incident, Reply> action) {
    return answer(target.find(invocation, arguments, verb), action);
  }

  Change changeBy(Invocation invocation) {
    return new Change(clock.instant(), Actor.of(invocation.actor()));
  }

  void save(Invocation invocation, Incident next, Kind kind, String text) {
    var entry =
        new TimelineEntry(
            next.id(),
            clock.instant(),
            kind,
            Actor.of(invocation.actor()),
            text,
            Optional.of(invocation.place().platform()));
    store.save(next, entry);
  }

  void say(ThreadReply reply) {
    threads.append(reply);
  }

  String sinceOpened(Incident incident, Change change) {
    return Words.duration(Duration.between(incident.openedAt(), change.at()));
  }

  private static Reply answer(Target target, Function<Incident, Reply> action) {
    return switch (target) {
      case Target.Found(var incident) -> action.apply(incident);
      case Target.Missing(var reply) -> reply;
    };
  }
}
