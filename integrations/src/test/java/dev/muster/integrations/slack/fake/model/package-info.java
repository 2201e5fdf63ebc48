/** What Slack keeps of a workspace. */
@NullMarked
package dev.muster.integrations.slack.fake.model;

import org.jspecify.annotations.NullMarked;
