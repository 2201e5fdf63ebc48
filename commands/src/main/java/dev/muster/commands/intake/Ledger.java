package dev.muster.commands.intake;

import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.IntakeChanges.KeptDelivery;
import dev.muster.commands.intake.RoutedBatch.RoutedAlert;
import dev.muster.commands.intake.response.FiredAlerts;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.silence.Silences;
import dev.muster.runbooks.trigger.AlertRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Enters webhooks one after the other into what stands, so that several of one commit see each
 * other's effects. Not thread-safe; lives for one commit.
 */
final class Ledger {

  private static final String LATE_COPY =
      "ended within the last minute and has the same start or an older one: taken for a copy that"
          + " came late";

  private final Episodes episodes;
  private final Incidents incidents;
  private final Silences silences;
  private final IntakeStore ids;
  private final FiredAlerts fired;
  private final Instant now;
  private final ArrayList<KeptDelivery> deliveries = new ArrayList<>();

  Ledger(IntakeState state, IntakeStore ids, AlertRules rules, Instant now) {
    this.episodes = new Episodes(state.episodes());
    this.incidents = new Incidents(state.incidents(), ids, now);
    this.silences = state.silences();
    this.ids = ids;
    this.fired = new FiredAlerts(rules, now);
    this.now = now;
  }

  IntakeResult enter(RoutedBatch batch) {
    var received = batch.received();
    var sender = new Actor.Sender(received.integration().name());
    var touched = Touched.nothing();
    for (var alert : batch.alerts()) {
      switch (alert.event().status()) {
        case FIRING -> fire(alert, received, sender, touched);
        case RESOLVED -> resolve(alert, received, sender, touched);
        case ACKNOWLEDGED -> acknowledge(alert, sender, touched);
        case SUPPRESSED, UNKNOWN ->
            touched.ignore(
                alert,
                "the status " + alert.event().status().word() + " neither opens nor ends anything");
      }
    }
    touched.incidents().forEach(id -> incidents.settle(id, received.batch().truncated(), sender));
    return accepted(received, touched);
  }

  /** What a silence held opens its incident now, unless another silence holds it too. */
  void release(RoutedAlert alert, SilenceId silence) {
    var sender = new Actor.Sender(alert.key().integration());
    episodes
        .find(alert.key())
        .filter(known -> known.isHeldBy(silence))
        .ifPresent(held -> homeOf(episodes.goesOn(held), alert, sender));
  }

  IntakeChanges changes() {
    var chronicle = incidents.chronicle();
    var standing = incidents.standing();
    return new IntakeChanges(
        standing.changed(),
        standing.detailed(),
        standing.tallied(),
        episodes.opened(),
        episodes.repeated(),
        episodes.resolved(),
        episodes.changed(),
        episodes.held(),
        chronicle.timeline(),
        chronicle.replies(),
        chronicle.toTell(),
        fired.all(),
        deliveries);
  }

  private void fire(
      RoutedAlert alert, ReceivedBatch received, Actor.Sender sender, Touched touched) {
    var known = episodes.find(alert.key());
    var receivedAt = received.id().receivedAt();
    if (known.isPresent() && known.get().isOverFor(alert.event(), receivedAt)) {
      touched.ignore(alert, LATE_COPY);
      return;
    }
    var repeated = known.filter(Episode::firing);
    var episode =
        repeated
            .map(firing -> episodes.repeat(firing, alert, receivedAt))
            .orElseGet(() -> episodes.open(ids.nextAlertId(), alert, received));
    var home = homeOf(episode, alert, sender);
    touched.alerts().add(episode.alertId());
    home.ifPresent(touched.incidents()::add);
    quiet(alert, home).ifPresent(reason -> touched.ignore(alert, reason));
    if (repeated.isPresent() && repeated.get().isRaisedBy(alert.severity())) {
      home.ifPresent(id -> incidents.raise(id, alert, sender));
    }
  }

  /** Why nobody hears of a firing that is kept. */
  private Optional<String> quiet(RoutedAlert alert, Optional<IncidentId> home) {
    return alert.destination().isEmpty()
        ? Optional.of("matches no route with a channel: it is kept, and nobody is told")
        : episodes
            .find(alert.key())
            .flatMap(Episode::hold)
            .map(hold -> hold.silence() + " keeps it quiet: it is kept, and opens no incident yet")
            .or(() -> home.flatMap(incidents.standing()::quiet));
  }

  /**
   * The incident that a firing alert belongs to: the one it is in while that lasts, or another;
   * none while a silence keeps it quiet. A silence takes no alert out of an incident that is open:
   * who works on it sees all of it.
   */
  private Optional<IncidentId> homeOf(Episode episode, RoutedAlert alert, Actor.Sender sender) {
    var destination = alert.destination();
    var current = episode.incident();
    if (destination.isEmpty()
        || (current.isPresent()
            && !incidents.standing().isForgotten(current.get(), alert, destination.get()))) {
      episodes.hold(episode, Optional.empty());
      return current;
    }
    var silence = silences.over(alert.event().labels(), now);
    if (silence.isPresent()) {
      var by = silence.get();
      if (!episode.isHeldBy(by.id())) {
        incidents.keepQuiet(destination.get(), alert, by, sender);
      }
      episodes.hold(episode, Optional.of(new Episode.Hold(by.id(), alert.senderGroup())));
      return Optional.empty();
    }
    current.ifPresent(incidents::leave);
    var until = episode.hold().map(Episode.Hold::silence);
    var joined = incidents.join(destination.get(), alert, sender, until);
    episodes.move(episode.in(joined.id()));
    fired.add(joined.id(), episode.alertId(), alert.event(), alert.severity());
    return Optional.of(joined.id());
  }

  private void resolve(
      RoutedAlert alert, ReceivedBatch received, Actor.Sender sender, Touched touched) {
    var known = episodes.find(alert.key());
    if (known.isEmpty() || !known.get().firing()) {
      noteUnseen(known, alert, received, touched);
      return;
    }
    if (known.get().beganAfter(alert.event())) {
      touched.ignore(alert, "ends an earlier firing than the one that goes on");
      return;
    }
    var episode = episodes.end(known.get(), alert.event(), received.id().receivedAt());
    touched.alerts().add(episode.alertId());
    episode
        .incident()
        .ifPresent(id -> {
          incidents.recover(id, alert, sender);
          touched.incidents().add(id);
        });
  }

  /**
   * What nobody has opened here is not opened by an acknowledgement either. The alert fires on, and
   * only its incident changes, see {@link Incidents#acknowledge}.
   */
  private void acknowledge(RoutedAlert alert, Actor.Sender sender, Touched touched) {
    var firing = episodes.find(alert.key()).filter(Episode::firing);
    if (firing.isEmpty()) {
      touched.ignore(alert, "acknowledges what does not fire");
      return;
    }
    var incident = firing.get().incident();
    touched.alerts().add(firing.get().alertId());
    incident.ifPresent(touched.told()::add);
    incident
        .map(id -> incidents.acknowledge(id, alert, sender))
        .orElseGet(() -> Optional.of("acknowledges an alert that has no incident"))
        .ifPresent(reason -> touched.ignore(alert, reason));
  }

  /**
   * The end of a firing that we never heard of opens nothing, but it is kept, so that the firing is
   * known for over should it come after its end.
   */
  private void noteUnseen(
      Optional<Episode> known, RoutedAlert alert, ReceivedBatch received, Touched touched) {
    var event = alert.event();
    var isNews =
        known.map(over -> over.isOverBefore(event)).orElseGet(() -> event.startsAt().isPresent());
    if (isNews) {
      var unseen = episodes.open(ids.nextAlertId(), alert, received);
      episodes.end(unseen, event, received.id().receivedAt());
      touched.alerts().add(unseen.alertId());
    }
    touched.ignore(
        alert, isNews || known.isEmpty() ? "ended, but its firing never came" : "was over already");
  }

  private IntakeResult accepted(ReceivedBatch received, Touched touched) {
    var size = received.batch().alerts().size();
    var ignored = Delivery.Ignored.of(touched.ignored());
    var accepted = new IntakeResult.Accepted(received.id(), size, touched.all(), ignored);
    var alerts = List.copyOf(touched.alerts());
    var delivery = Delivery.processed(received.integration(), alerts, accepted);
    deliveries.add(new KeptDelivery(delivery, received.body()));
    return accepted;
  }

  /**
   * What a webhook has touched.
   *
   * @param incidents those that are to be settled, since alerts of them began or ended
   * @param told those that were only told something
   */
  private record Touched(
      Set<Long> alerts,
      Set<IncidentId> incidents,
      Set<IncidentId> told,
      List<Delivery.IgnoredAlert> ignored) {
    static Touched nothing() {
      return new Touched(
          new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayList<>());
    }

    List<IncidentId> all() {
      return Stream.of(incidents, told).flatMap(Set::stream).distinct().toList();
    }

    void ignore(RoutedAlert alert, String reason) {
      ignored.add(new Delivery.IgnoredAlert(alert.key().dedupKey(), reason));
    }
  }
}
