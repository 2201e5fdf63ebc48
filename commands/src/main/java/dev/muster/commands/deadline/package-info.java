/** By when something has to happen, and when a team is at work. */
@NullMarked
package dev.muster.commands.deadline;

import org.jspecify.annotations.NullMarked;
