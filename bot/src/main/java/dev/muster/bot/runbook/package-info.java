/** Runbooks put together: what runs them, and what they run with. */
@NullMarked
package dev.muster.bot.runbook;

import org.jspecify.annotations.NullMarked;
