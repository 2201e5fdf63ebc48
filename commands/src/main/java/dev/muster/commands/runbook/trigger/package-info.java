/** Runbooks that alerts and the clock start: what is decided, and what is said of it. */
@NullMarked
package dev.muster.commands.runbook.trigger;

import org.jspecify.annotations.NullMarked;
