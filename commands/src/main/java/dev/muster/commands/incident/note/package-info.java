/** Notes: what people put into an incident's timeline. */
@NullMarked
package dev.muster.commands.incident.note;

import org.jspecify.annotations.NullMarked;
