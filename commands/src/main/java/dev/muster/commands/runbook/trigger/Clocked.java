package dev.muster.commands.runbook.trigger;

import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.language.Triggers.ByTime;
import dev.muster.runbooks.trigger.Ticks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** A schedule of a runbook, as configured now. */
public record Clocked(Runbook runbook, ByTime time, ClockStore.Key key) {

  /** All of them; two that say the same are told apart by their order. */
  public static List<Clocked> of(Collection<Runbook> runbooks) {
    var all = new ArrayList<Clocked>();
    for (var runbook : runbooks) {
      var seen = new HashMap<String, Integer>();
      for (var time : runbook.triggers().times()) {
        var says = time.cron().strip().replaceAll("\\s+", " ") + " " + time.zone();
        var count = seen.merge(says, 1, Integer::sum);
        var key = new ClockStore.Key(runbook.name(), count == 1 ? says : says + " " + count);
        all.add(new Clocked(runbook, time, key));
      }
    }
    return all;
  }

  /** The first time behind another; empty when that was the last. */
  public Optional<Instant> after(Instant time) {
    return ticks().after(time);
  }

  Ticks ticks() {
    return Ticks.of(time);
  }
}
