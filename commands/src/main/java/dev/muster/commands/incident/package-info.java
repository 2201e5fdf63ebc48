/** Incidents: their life, their timeline, and the posts and replies that show them. */
@NullMarked
package dev.muster.commands.incident;

import org.jspecify.annotations.NullMarked;
