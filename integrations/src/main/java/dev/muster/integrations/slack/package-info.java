/** Slack as one of the chats. Nothing of Slack is known outside of this package and those below. */
@NullMarked
package dev.muster.integrations.slack;

import org.jspecify.annotations.NullMarked;
