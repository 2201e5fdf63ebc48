/** Reads when a team is at work. */
@NullMarked
package dev.muster.bot.config.hours;

import org.jspecify.annotations.NullMarked;
