/** The built-in chat: its pages, its commands and its live updates. */
@NullMarked
package dev.muster.bot.chat;

import org.jspecify.annotations.NullMarked;
