/** The request URL of Slack. */
@NullMarked
package dev.muster.bot.http.slack;

import org.jspecify.annotations.NullMarked;
