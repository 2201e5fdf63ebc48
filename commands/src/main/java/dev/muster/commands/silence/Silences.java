package dev.muster.commands.silence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The silences of a moment. Immutable. */
public record Silences(List<Silence> active) {

  public static final Silences NONE = new Silences(List.of());

  public Silences {
    active = List.copyOf(active);
  }

  /** The one that keeps an alert quiet, of several the one that does so longest. */
  public Optional<Silence> over(Map<String, String> labels, Instant now) {
    return active.stream()
        .filter(silence -> silence.isActive(now) && silence.covers(labels))
        .max(Comparator.comparing(Silence::endsAt).thenComparing(Silence::id));
  }
}
