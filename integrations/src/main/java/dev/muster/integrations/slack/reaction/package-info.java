/** Reactions that put a message into an incident's timeline. */
@NullMarked
package dev.muster.integrations.slack.reaction;

import org.jspecify.annotations.NullMarked;
