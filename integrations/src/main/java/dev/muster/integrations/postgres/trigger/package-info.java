/** Runbooks that alerts and the clock start: what waits to be decided, and what was. */
@NullMarked
package dev.muster.integrations.postgres.trigger;

import org.jspecify.annotations.NullMarked;
