/** Whether Slack is set up as Muster needs it, looked at without changing anything there. */
@NullMarked
package dev.muster.integrations.slack.doctor;

import org.jspecify.annotations.NullMarked;
