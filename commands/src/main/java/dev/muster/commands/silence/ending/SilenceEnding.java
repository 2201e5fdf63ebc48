package dev.muster.commands.silence.ending;

import dev.muster.commands.chat.AuditEntry;
import dev.muster.commands.chat.AuditLog;
import dev.muster.commands.chat.Place;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.intake.AlertIntake;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.silence.SilenceStore;
import dev.muster.commands.store.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Ends silences whose time has come, and lets go of what they kept quiet, whoever ended them. Each
 * step is a transaction of its own and may be repeated, so it goes on where a crash broke it off.
 * Thread-safe and blocking.
 */
public final class SilenceEnding {

  private final Transactions transactions;
  private final Kept kept;
  private final AlertIntake intake;
  private final InstantSource clock;

  public SilenceEnding(
      Transactions transactions, Kept kept, AlertIntake intake, InstantSource clock) {
    this.transactions = transactions;
    this.kept = kept;
    this.intake = intake;
    this.clock = clock;
  }

  /** Where it is kept what silences are, where they are told of, and that one has ended. */
  public record Kept(SilenceStore silences, IncidentStore incidents, AuditLog audit) {}

  /** Answers whether it is over and all of it is let go; otherwise nothing is due yet. */
  public boolean endIfDue(SilenceId id) {
    var over = transactions.inTransaction(() -> over(id));
    over.ifPresent(this::letGo);
    return over.isPresent();
  }

  /**
   * When to look at it again that was not over a moment ago: at once where somebody ended it
   * meanwhile. In a transaction in which the answer is noted too, so that nothing comes in between.
   */
  public Optional<Instant> next(SilenceId id) {
    kept.silences().lock();
    return kept.silences()
        .find(id)
        .map(silence -> silence.ended().map(Change::at).orElse(silence.endsAt()));
  }

  private Optional<Silence> over(SilenceId id) {
    kept.silences().lock();
    return kept.silences()
        .find(id)
        .map(silence -> isDue(silence) ? end(silence) : silence)
        .filter(silence -> silence.ended().isPresent());
  }

  private boolean isDue(Silence silence) {
    return silence.ended().isEmpty() && !silence.isActive(clock.instant());
  }

  private Silence end(Silence silence) {
    var change = new Change(clock.instant(), new Actor.Muster());
    var over = silence.endedBy(change);
    kept.silences().end(over);
    kept.audit()
        .record(
            new AuditEntry(
                change.at(),
                change.by().key(),
                new Place("muster", "", Optional.empty()),
                "alert unsilence",
                "done",
                silence.id().toString(),
                Optional.of("its time had come")));
    return over;
  }

  private void letGo(Silence silence) {
    for (var held = 1; held > 0; ) {
      held = intake.release(silence.id());
    }
    kept.silences()
        .notedIn(silence.id())
        .forEach(incident -> transactions.inTransaction(() -> forget(incident, silence)));
  }

  /** Its post need not say any more that something is kept quiet. */
  private boolean forget(IncidentId id, Silence silence) {
    var incident =
        kept.incidents()
            .findForUpdate(id)
            .filter(it -> it.details().quiet().silences().containsKey(silence.id().value()));
    incident.ifPresent(it -> {
      var over = silence.ended().orElseThrow();
      var text = "Over: " + silence.id();
      kept.incidents()
          .save(
              it.with(it.details().unsilencedBy(silence.id().value())),
              new TimelineEntry(
                  id, clock.instant(), Kind.UNSILENCED, over.by(), text, Optional.empty()));
    });
    return incident.isPresent();
  }
}
