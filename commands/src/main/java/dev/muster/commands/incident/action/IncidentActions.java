package dev.muster.commands.incident.action;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Choices;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentStatus;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.IncidentTarget.Target;
import dev.muster.commands.people.Right;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.text.Words;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the commands on one incident have in common. */
public final class IncidentActions {

  public static final Right VIEW = new Right("incident", "view");
  public static final Right ACT = new Right("incident", "act");

  private static final int CHOICES = 25;
  private static final IncidentFilter MITIGATED =
      IncidentFilter.ALL.withStatuses(Set.of(IncidentStatus.MITIGATED));
  private static final IncidentFilter RESOLVED =
      IncidentFilter.ALL.withStatuses(Set.of(IncidentStatus.RESOLVED));

  private final IncidentStore store;
  private final IncidentThreads threads;
  private final IncidentTarget target;
  private final InstantSource clock;

  public IncidentActions(IncidentStore store, IncidentThreads threads, InstantSource clock) {
    this.store = store;
    this.threads = threads;
    this.target = new IncidentTarget(store, threads);
    this.clock = clock;
  }

  /** Which incident: the open ones are those to choose from, the worst first. */
  public Parameter openOne() {
    return Parameter.incident(_ -> choices(worst(IncidentFilter.OPEN)));
  }

  /** Also one that is over, behind those that are open. */
  public Parameter anyOne() {
    return Parameter.incident(
        _ -> choices(Stream.concat(worst(IncidentFilter.OPEN), latest(RESOLVED))));
  }

  /** One that is over, or nearly so. */
  public Parameter calmOne() {
    return Parameter.incident(_ -> choices(Stream.concat(worst(MITIGATED), latest(RESOLVED))));
  }

  /** The services of what is open. */
  public Choices services() {
    return _ ->
        worst(IncidentFilter.OPEN)
            .flatMap(incident -> incident.headline().services().stream())
            .distinct()
            .sorted()
            .map(Choice::of)
            .toList();
  }

  /** The same with the names that there are, where it asks for services. */
  public Parameter withNames(Parameter parameter) {
    return parameter.asked().input() instanceof Input.Names
        ? parameter.with(new Input.Names(services()))
        : parameter;
  }

  private static List<Choice> choices(Stream<Incident> incidents) {
    return incidents
        .limit(CHOICES)
        .map(incident -> new Choice(incident.id().toString(), IncidentPost.choice(incident)))
        .toList();
  }

  private Stream<Incident> worst(IncidentFilter filter) {
    return store.worstFirst(filter, 0, CHOICES).items().stream();
  }

  private Stream<Incident> latest(IncidentFilter filter) {
    return store.list(filter, PageRequest.first(CHOICES)).items().stream();
  }

  /** What is asked by a command that takes a number and text behind it. */
  public Errand errand(Invocation invocation, List<String> arguments, String verb) {
    return target.errand(invocation, arguments, verb);
  }

  /** Runs on the incident that is meant, locked, or answers which ones could be. */
  public Reply on(Errand errand, Function<Incident, Reply> action) {
    return answer(target.lock(errand), action);
  }

  /** The same for who only looks: nobody has to wait for the other. */
  public Reply lookAt(Errand errand, Function<Incident, Reply> action) {
    return answer(target.find(errand), action);
  }

  public Change changeBy(Invocation invocation) {
    return new Change(clock.instant(), Actor.of(invocation.actor()));
  }

  public Asker asker(Invocation invocation) {
    return new Asker(invocation.actor(), clock.instant());
  }

  public void save(Invocation invocation, Incident next, Kind kind, String text) {
    save(next, entry(invocation, next, kind, text));
  }

  public void save(Incident next, TimelineEntry entry) {
    store.save(next, entry);
  }

  /** Whether it was taken from a message that was noted before, maybe by somebody else. */
  public boolean isKept(TimelineEntry entry) {
    return entry
        .link()
        .filter(link -> store.isNoted(entry.incident(), entry.at(), link))
        .isPresent();
  }

  /** What somebody does now, as a line of the timeline. */
  public TimelineEntry entry(Invocation invocation, Incident incident, Kind kind, String text) {
    return new TimelineEntry(
        incident.id(),
        clock.instant(),
        kind,
        Actor.of(invocation.actor()),
        text,
        Optional.of(invocation.place().platform()));
  }

  public void say(ThreadReply reply) {
    threads.append(reply);
  }

  public String sinceOpened(Incident incident, Change change) {
    return Words.duration(Duration.between(incident.openedAt(), change.at()));
  }

  /** A click that came too late: who was faster, and that nothing was changed. */
  public static Reply already(Incident incident, Change change, String did, String didAt) {
    var who = incident.id() + ": " + change.by().name() + " ";
    return Reply.toAsker(
        Message.of(
            who + did + " already. Nothing was changed.",
            Block.line(
                Span.text(who + didAt + " "),
                Span.time(change.at()),
                Span.text(". Nothing was changed."))));
  }

  private static Reply answer(Target target, Function<Incident, Reply> action) {
    return switch (target) {
      case Target.Found(var incident) -> action.apply(incident);
      case Target.Missing(var reply) -> reply;
    };
  }
}
