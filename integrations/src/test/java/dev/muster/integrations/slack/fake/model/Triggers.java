package dev.muster.integrations.slack.fake.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Trigger ids: good for three seconds and for one exchange. */
public final class Triggers {

  private static final Duration LIFE = Duration.ofSeconds(3);

  private final InstantSource clock;
  private final Map<String, Issued> issued = new HashMap<>();

  private record Issued(String user, Instant at, boolean used) {}

  /** What came of an exchange: a person's id or the name of Slack's error. */
  public record Exchange(String user, String error) {}

  public Triggers(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized String issue(String user) {
    var id = "%d.%d.%08x".formatted(1000 + issued.size(), 98765, user.hashCode());
    issued.put(id, new Issued(user, clock.instant(), false));
    return id;
  }

  public synchronized Exchange exchange(String id) {
    var trigger = issued.get(id);
    if (trigger == null) {
      return new Exchange("", "invalid_trigger_id");
    }
    if (trigger.used()) {
      return new Exchange("", "exchanged_trigger_id");
    }
    if (clock.instant().isAfter(trigger.at().plus(LIFE))) {
      return new Exchange("", "expired_trigger_id");
    }
    issued.put(id, new Issued(trigger.user(), trigger.at(), true));
    return new Exchange(trigger.user(), "");
  }
}
