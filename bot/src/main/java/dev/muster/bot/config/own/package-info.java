/** Reads what a route says of channels that its incidents have for themselves. */
@NullMarked
package dev.muster.bot.config.own;

import org.jspecify.annotations.NullMarked;
