/** Socket Mode: connections to Slack that are opened again whenever they end. */
@NullMarked
package dev.muster.integrations.slack.socket;

import org.jspecify.annotations.NullMarked;
