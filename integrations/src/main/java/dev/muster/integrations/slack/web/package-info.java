/** Slack's Web API: calls that never block for long, paced, with their errors sorted. */
@NullMarked
package dev.muster.integrations.slack.web;

import org.jspecify.annotations.NullMarked;
