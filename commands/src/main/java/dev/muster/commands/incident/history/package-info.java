/** How an incident came to be what it is. */
@NullMarked
package dev.muster.commands.incident.history;

import org.jspecify.annotations.NullMarked;
