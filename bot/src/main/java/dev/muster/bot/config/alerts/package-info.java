/** Reads who sends alerts, where they go, and how bad they are. */
@NullMarked
package dev.muster.bot.config.alerts;

import org.jspecify.annotations.NullMarked;
