/** What starts runbooks besides people: which alerts, and which ticks of the clock. */
@NullMarked
package dev.muster.runbooks.trigger;

import org.jspecify.annotations.NullMarked;
