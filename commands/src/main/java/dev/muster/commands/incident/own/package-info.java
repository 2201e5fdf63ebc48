/** The channel that an incident has for itself, where a route and a chat have such. */
@NullMarked
package dev.muster.commands.incident.own;

import org.jspecify.annotations.NullMarked;
