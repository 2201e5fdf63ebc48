/** What people do in Slack. */
@NullMarked
package dev.muster.integrations.slack.fake.people;

import org.jspecify.annotations.NullMarked;
