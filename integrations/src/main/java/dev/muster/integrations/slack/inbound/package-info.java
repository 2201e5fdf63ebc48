/**
 * What people do in Slack becomes commands: taken by HTTP or a socket, acknowledged in time, done
 * once, answered to whoever asked.
 */
@NullMarked
package dev.muster.integrations.slack.inbound;

import org.jspecify.annotations.NullMarked;
