/** Glass that was broken: who did, what they say, and that somebody else looks at it. */
@NullMarked
package dev.muster.commands.runbook.review;

import org.jspecify.annotations.NullMarked;
