/** Who somebody of Slack is in the configuration, and the other way round. */
@NullMarked
package dev.muster.integrations.slack.people;

import org.jspecify.annotations.NullMarked;
