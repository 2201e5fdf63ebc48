/** The console: pages to look at incidents, alerts and webhooks, and to find them. */
@NullMarked
package dev.muster.bot.console;

import org.jspecify.annotations.NullMarked;
