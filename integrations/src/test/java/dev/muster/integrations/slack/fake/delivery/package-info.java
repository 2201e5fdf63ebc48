/** How Slack brings things to the app: signed requests or sockets. */
@NullMarked
package dev.muster.integrations.slack.fake.delivery;

import org.jspecify.annotations.NullMarked;
