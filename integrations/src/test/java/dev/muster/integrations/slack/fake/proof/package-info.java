/** That the fake keeps its rules, as Slack's own client and a small app see it. */
@NullMarked
package dev.muster.integrations.slack.fake.proof;

import org.jspecify.annotations.NullMarked;
