package dev.muster.runbooks.language;

import dev.muster.runbooks.expression.Template;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What starts a runbook besides people. */
public record Triggers(List<ByAlert> alerts, Optional<Throttle> throttle, List<ByTime> times) {

  public static final Triggers NONE = new Triggers(List.of(), Optional.empty(), List.of());

  public Triggers {
    alerts = List.copyOf(alerts);
    times = List.copyOf(times);
  }

  /** Whether an alert starts it, or offers it to people. */
  public enum Mode {
    SUGGEST,
    AUTO
  }

  /**
   * Alerts that have all of these labels.
   *
   * @param match a label and a text, or an anchored RE2 expression behind {@code =~}
   * @param inputs what the run is given, from {@code alert}
   */
  public record ByAlert(Map<String, String> match, Mode mode, Map<String, Template> inputs) {
    public ByAlert {
      match = Map.copyOf(match);
      inputs = Map.copyOf(inputs);
    }
  }

  /** At most one automatic start within this time for alerts that are alike in these. */
  public record Throttle(Duration onceWithin, List<String> groupBy) {
    public Throttle {
      groupBy = List.copyOf(groupBy);
    }
  }

  /**
   * By the clock on a wall.
   *
   * @param until the last day on which it starts
   * @param channel where its runs talk; absent: where Muster speaks of itself
   */
  public record ByTime(
      String cron,
      ZoneId zone,
      Optional<LocalDate> until,
      Optional<String> channel,
      Map<String, Template> inputs) {
    public ByTime {
      inputs = Map.copyOf(inputs);
    }
  }
}
