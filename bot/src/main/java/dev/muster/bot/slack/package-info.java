/** Slack as the environment and the configuration set it up. */
@NullMarked
package dev.muster.bot.slack;

import org.jspecify.annotations.NullMarked;
