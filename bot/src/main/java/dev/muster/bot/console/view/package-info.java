/** Incidents, alerts and webhooks as the pages of the console show them. Knows no HTTP. */
@NullMarked
package dev.muster.bot.console.view;

import org.jspecify.annotations.NullMarked;
