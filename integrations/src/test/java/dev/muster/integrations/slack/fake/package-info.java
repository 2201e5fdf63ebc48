/**
 * A Slack of our own for tests: start with {@link dev.muster.integrations.slack.fake.FakeSlack}.
 */
@NullMarked
package dev.muster.integrations.slack.fake;

import org.jspecify.annotations.NullMarked;
