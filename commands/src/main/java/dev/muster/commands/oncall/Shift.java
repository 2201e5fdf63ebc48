package dev.muster.commands.oncall;

import dev.muster.commands.people.PersonId;
import java.time.Instant;
import java.util.Locale;

/**
 * Somebody is on call from one instant until just before another.
 *
 * @param layer the layer's place in its schedule, from 1
 */
public record Shift(PersonId person, Instant from, Instant until, Via via, int layer)
    implements Stretch {

  /** What gave somebody the duty. */
  public enum Via {
    ROTATION;

    /** The word that the API shows. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
