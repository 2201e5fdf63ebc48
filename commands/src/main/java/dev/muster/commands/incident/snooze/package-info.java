/** Letting an incident rest for a while. */
@NullMarked
package dev.muster.commands.incident.snooze;

import org.jspecify.annotations.NullMarked;
