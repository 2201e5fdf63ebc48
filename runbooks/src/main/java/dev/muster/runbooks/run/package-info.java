/** One run of a runbook: what happened so far, and what may happen next. Pure rules. */
@NullMarked
package dev.muster.runbooks.run;

import org.jspecify.annotations.NullMarked;
