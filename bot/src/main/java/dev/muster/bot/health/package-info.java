/** How Muster itself is. */
@NullMarked
package dev.muster.bot.health;

import org.jspecify.annotations.NullMarked;
