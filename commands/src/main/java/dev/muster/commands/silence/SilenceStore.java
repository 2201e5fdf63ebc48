package dev.muster.commands.silence;

import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps silences. They are few: {@link #MOST} at a time, so that the intake can hold each alert to
 * all of them.
 */
public interface SilenceStore {

  int MOST = 200;

  /** Nobody else begins, prolongs or ends one until the running transaction ends. */
  void lock();

  /** Those that have not ended, the one that ends first before the others. */
  List<Silence> active();

  /** Those that have ended, the newest first. */
  Page<Silence> past(PageRequest page);

  Optional<Silence> find(SilenceId id);

  /** How many alerts each keeps quiet that fire now; those that keep none are not in it. */
  Map<SilenceId, Long> held();

  /** Begins one, in the running transaction, which holds the lock, and has its end looked after. */
  Silence begin(Matchers matchers, String reason, Change change, Instant endsAt);

  /** Lets it go on until then, in the running transaction, which holds the lock. */
  void prolong(Silence silence);

  /**
   * Notes that it has ended, in the running transaction, which holds the lock, and has its alerts
   * let go right after. Until the commit no alert comes in: none can be held by it once it is over.
   */
  void end(Silence silence);

  /** The open incidents whose posts say that it keeps something of them quiet. */
  List<IncidentId> notedIn(SilenceId id);
}
