/** Neutral messages and times as the pages of the built-in chat show them. Knows no HTTP. */
@NullMarked
package dev.muster.bot.chat.view;

import org.jspecify.annotations.NullMarked;
