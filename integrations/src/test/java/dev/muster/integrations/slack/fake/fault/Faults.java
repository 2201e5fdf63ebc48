package dev.muster.integrations.slack.fake.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that a test asked for; the oldest that fits a call is used first. */
public final class Faults {

  private final List<FaultRule> rules = new ArrayList<>();

  /** A fault of calls of one method, or of all with {@code *}. */
  public FaultRule on(String method) {
    return new FaultRule(this, method);
  }

  public synchronized void clear() {
    rules.clear();
  }

  /** How many faults still wait for their call; those without end do not count. */
  public synchronized int left() {
    return rules.stream().mapToInt(FaultRule::left).sum();
  }

  /** The fault of this call, used up by it. */
  public synchronized Optional<Fault> next(String method, String channel) {
    var found = rules.stream().filter(it -> it.fits(method, channel)).findFirst();
    found.filter(FaultRule::useUp).ifPresent(rules::remove);
    return found.map(FaultRule::fault);
  }

  synchronized void add(FaultRule rule) {
    rules.add(rule);
  }
}
