/** Secrets: where they are kept, and how they stay unseen. */
@NullMarked
package dev.muster.bot.config.secret;

import org.jspecify.annotations.NullMarked;
