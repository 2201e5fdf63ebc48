/** Reads who there is, what they may do, and how to reach them. */
@NullMarked
package dev.muster.bot.config.people;

import org.jspecify.annotations.NullMarked;
