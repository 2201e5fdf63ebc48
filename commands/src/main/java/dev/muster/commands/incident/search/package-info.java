/** Finding an incident that somebody remembers a little of. */
@NullMarked
package dev.muster.commands.incident.search;

import org.jspecify.annotations.NullMarked;
