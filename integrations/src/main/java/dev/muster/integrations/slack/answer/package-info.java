/** Answers to whoever asked in Slack, and to nobody else. */
@NullMarked
package dev.muster.integrations.slack.answer;

import org.jspecify.annotations.NullMarked;
