package dev.muster.commands.oncall;

import java.time.Instant;

/**
 * A piece of a final schedule: somebody's shift, or a gap. The start belongs to it, the end not.
 */
public sealed interface Stretch permits Shift, Gap {

  Instant from();

  Instant until();
}
