package dev.muster.commands.incident.own;

import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.own.OwnState.Phase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Brings an incident's own channel in one chat to the incident's state, from wherever it was left.
 * Each step is noted once it is done, so that a second try goes on behind it.
 */
public final class OwnRefresh {

  /** Clocks differ by some seconds. */
  private static final int SLACK_SECONDS = 60;

  private final OwnStore store;
  private final OwnPlans plans;
  private final InstantSource clock;

  public OwnRefresh(OwnStore store, OwnPlans plans, InstantSource clock) {
    this.store = store;
    this.plans = plans;
    this.clock = clock;
  }

  /** What is to be shown where. */
  record Visit(Incident incident, OwnPlan plan, OwnChannels channels, boolean isRepeat) {}

  /**
   * Answers when there is something to do although nothing changes.
   *
   * @param isRepeat whether an earlier try may have got through
   */
  public Optional<Instant> refresh(
      OwnState left, Incident incident, OwnChannels channels, boolean isRepeat) {
    var plan = plans.of(incident).orElseGet(OwnPlan::leftOver);
    var visit = new Visit(incident, plan, channels, isRepeat);
    var open = open(left, visit);
    if (open.phase() != Phase.OPEN) {
      return Optional.empty();
    }
    var shown = edit(open, visit);
    var adorned = new Adorning(store, visit).adorn(shown, plans.page(incident));
    var end = archiveAt(visit);
    if (end.isEmpty() || end.get().isAfter(clock.instant())) {
      return end;
    }
    channels.archive(adorned.channel());
    store.save(adorned.in(Phase.ARCHIVED));
    return Optional.empty();
  }

  private static Optional<Instant> archiveAt(Visit visit) {
    return visit.incident().state() instanceof IncidentState.Over over
        ? visit.plan().archiveAfter().map(after -> over.change().at().plus(after))
        : Optional.empty();
  }

  private OwnState open(OwnState state, Visit visit) {
    return switch (state.phase()) {
      case WANTED -> begin(state.room().channel().isPresent() ? state : make(state, visit), visit);
      case ARCHIVED -> visit.incident().isOpen() ? reopen(state, visit) : state;
      case OPEN, THREAD -> state;
    };
  }

  private OwnState make(OwnState state, Visit visit) {
    var since = visit.incident().openedAt().minusSeconds(SLACK_SECONDS);
    var made = state.made(visit.channels().make(state.room().name(), visit.isRepeat(), since));
    store.save(made);
    return made;
  }

  /** What is to be said there comes behind the incident's post. */
  private OwnState begin(OwnState state, Visit visit) {
    var incident = visit.incident();
    var once = new Once("incident:" + incident.id().value() + ":own", visit.isRepeat());
    var message = IncidentPost.render(incident);
    var post = visit.channels().post(state.channel(), once, incident.version(), message);
    var open = state.showing(post.message(), incident.version()).in(Phase.OPEN);
    store.saveOpen(open);
    return open;
  }

  private OwnState reopen(OwnState state, Visit visit) {
    visit.channels().reopen(state.channel());
    var open = state.in(Phase.OPEN);
    store.saveOpen(open);
    return open;
  }

  private OwnState edit(OwnState state, Visit visit) {
    var version = visit.incident().version();
    if (state.shown().version() >= version) {
      return state;
    }
    visit.channels().edit(state.post(), version, IncidentPost.render(visit.incident()));
    var shown = state.showing(state.post().message(), version);
    store.save(shown);
    return shown;
  }
}
