/** Reads who is to be on call when. */
@NullMarked
package dev.muster.bot.config.schedules;

import org.jspecify.annotations.NullMarked;
