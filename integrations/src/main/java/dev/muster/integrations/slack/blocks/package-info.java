/**
 * Neutral messages as Slack's Block Kit, within every limit by construction.
 *
 * <p>Lines are {@code rich_text}, not {@code mrkdwn}: its texts need no escaping, so that nothing
 * in a label or a title can ping a channel, become a link or turn bold, whatever it contains.
 */
@NullMarked
package dev.muster.integrations.slack.blocks;

import org.jspecify.annotations.NullMarked;
