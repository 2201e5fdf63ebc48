package dev.muster.commands.runbook.trigger;

import dev.muster.commands.chat.Message;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.suggested.Suggested;
import dev.muster.commands.intake.response.FiredAlert;
import dev.muster.commands.runbook.card.Freshness;
import dev.muster.commands.runbook.message.Addressee;
import dev.muster.commands.runbook.message.Announcement;
import dev.muster.commands.runbook.trigger.AlertStartStore.Last;
import dev.muster.commands.runbook.trigger.AlertStartStore.Start;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.language.Triggers.Throttle;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.start.Request;
import dev.muster.runbooks.start.Started;
import dev.muster.runbooks.start.Starts;
import dev.muster.runbooks.trigger.AlertFacts;
import dev.muster.runbooks.trigger.AlertRules;
import dev.muster.runbooks.trigger.Fit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Starts the runbooks that an alert starts by itself, and suggests the others in the incident's
 * thread. For one transaction, which takes the alert from where it waits: then it happens once.
 * Thread-safe.
 */
public final class AlertStarts {

  private final Supplier<AlertRules> rules;
  private final Narrowing narrowing;
  private final TriggerMeans means;
  private final IncidentStore incidents;
  private final AlertStartStore store;

  /** Over the connections of the means. */
  public AlertStarts(
      Supplier<AlertRules> rules,
      Narrowing narrowing,
      TriggerMeans means,
      IncidentStore incidents,
      AlertStartStore store) {
    this.rules = rules;
    this.narrowing = narrowing;
    this.means = means;
    this.incidents = incidents;
    this.store = store;
  }

  /** Those of now, by which alerts are decided once they are whole. */
  public AlertRules rules() {
    return rules.get();
  }

  /**
   * Nothing is done for an incident that is over by now; one that has gone into another goes on
   * there.
   *
   * @param rules whole ones
   * @throws IllegalStateException when it goes into another at this very moment: try again
   */
  public void take(FiredAlert fired, AlertRules rules) {
    var named = new IncidentId(fired.incident());
    // Looked for without a lock, since two are locked only in the order of their numbers.
    var home = Incident.home(named, incidents::find).map(Incident::id).orElse(named);
    var incident = incidents.findForUpdate(home);
    if (incident.map(Incident::state).orElse(null) instanceof IncidentState.Merged over) {
      // Not followed here: a merge locks two in the order of their numbers.
      throw new IllegalStateException("it has just gone into incident " + over.into().value());
    }
    incident.filter(Incident::isOpen).ifPresent(it -> take(it, fired, rules));
  }

  private void take(Incident incident, FiredAlert fired, AlertRules rules) {
    var alert = fired.alert();
    var suggested = new ArrayList<Fit>();
    var byThemselves = new ArrayList<Fit>();
    // Else people decide.
    var startsThem = narrowing.isKnown(incident);
    for (var fit : fits(incident, alert, rules)) {
      var isNews = store.fits(incident.id(), fit.runbook().name(), fit.rank(), alert);
      if (fit.isAuto() && startsThem) {
        byThemselves.add(fit);
      } else if (isNews) {
        suggested.add(fit);
      }
    }
    offer(incident, suggested);
    // In an order that is the same for all alerts: each start is locked.
    byThemselves.sort(Comparator.comparing(fit -> fit.runbook().name()));
    byThemselves.forEach(fit -> start(incident, fired, fit));
    if (!suggested.isEmpty()) {
      var names = Circumstances.of(incident, alert);
      var card = new Suggestions(names, means.runs().surroundings().vars(), freshness());
      say(incident, "suggested:" + alert.id(), card.of(alert, suggested));
    }
  }

  private List<Fit> fits(Incident incident, AlertFacts alert, AlertRules rules) {
    return rules.fits(alert).stream()
        .filter(fit -> narrowing.lets(incident, fit.runbook().name()))
        .toList();
  }

  /** On its post. */
  private void offer(Incident incident, List<Fit> suggested) {
    var entries =
        suggested.stream()
            .map(fit ->
                new Suggested.Entry(
                    fit.runbook().name(), fit.runbook().about().title(), fit.rank()))
            .toList();
    if (!entries.isEmpty()) {
      incidents.change(incident.suggesting(entries));
    }
  }

  private void start(Incident incident, FiredAlert fired, Fit fit) {
    var name = fit.runbook().name();
    var group = fit.group(fired.alert(), life(incident));
    var last = store.lock(name, group);
    if (last.filter(it -> isTooSoon(fit, it)).isPresent()) {
      store.heldBack(name, group, fired.times());
      note(incident, fit, last.get());
      return;
    }
    var started = started(incident, fired.alert(), fit);
    var run = started.begun();
    store.started(name, group, new Start(incident.id(), now(), run));
    if (fired.times() > 1) {
      store.heldBack(name, group, fired.times() - 1);
    }
    var words = new StartWords(fit.runbook(), freshness());
    var why = fired.alert().name() + " fires";
    var key =
        run.map(id -> "started:" + id).orElseGet(() -> "not:" + name + ":" + fired.alert().id());
    say(incident, key, words.of(started, why, last.map(Last::heldBack).orElse(0L)));
  }

  private Started started(Incident incident, AlertFacts alert, Fit fit) {
    var context = Circumstances.of(incident, alert);
    var vars = means.runs().surroundings().vars();
    var request =
        new Request(
            fit.runbook().name(),
            TriggerInputs.of(fit.trigger().inputs(), context, vars),
            new Who("alert:" + alert.id(), "Alert " + alert.name()),
            Mode.REAL,
            context,
            Optional.of(new Attempt.Place(incident.channel(), Optional.of(incident.id().value()))));
    return new Starts(means.runs()).start(request);
  }

  /** Without a throttle an incident starts it once, and once more each time it opens again. */
  private boolean isTooSoon(Fit fit, Last last) {
    return fit.runbook()
        .triggers()
        .throttle()
        .map(Throttle::onceWithin)
        .map(within -> now().isBefore(last.start().at().plus(within)))
        .orElse(true);
  }

  private static String life(Incident incident) {
    var again = incident.details().reopened();
    return "incident %d%s"
        .formatted(incident.id().value(), again.map(at -> " again " + at).orElse(""));
  }

  /** What another incident's alert has started stands in its thread, and not in this one's. */
  private void note(Incident incident, Fit fit, Last last) {
    if (last.start().incident().equals(incident.id())) {
      return;
    }
    var key = "held:%d:%s".formatted(incident.id().value(), fit.runbook().name());
    if (!means.announcements().claim(Optional.empty(), key)) {
      return;
    }
    var words = StartWords.heldBack(fit, last.start(), now());
    incidents.save(
        incident,
        new TimelineEntry(
            incident.id(), now(), Kind.NOTE, new Actor.Muster(), words, Optional.empty()));
  }

  private void say(Incident incident, String key, Message message) {
    var to = new Addressee.Thread(incident.id());
    means.announcements().say(Optional.empty(), key, new Announcement(to, message));
  }

  private Freshness freshness() {
    return Freshness.of(means.runs(), means.zone().get());
  }

  private Instant now() {
    return means.runs().clock().instant();
  }
}
