/** Live updates of the built-in chat as server-sent events. */
@NullMarked
package dev.muster.bot.chat.live;

import org.jspecify.annotations.NullMarked;
