/** What people do to runs: look, answer, stop and mend. */
@NullMarked
package dev.muster.commands.runbook.action;

import org.jspecify.annotations.NullMarked;
