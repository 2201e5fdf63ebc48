/** Kinds of steps that steer a run: they ask people, wait, or start another runbook. */
@NullMarked
package dev.muster.runbooks.flow;

import org.jspecify.annotations.NullMarked;
