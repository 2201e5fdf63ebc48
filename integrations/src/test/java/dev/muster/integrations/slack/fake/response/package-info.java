/** Answers to interactions, at once or by their response_url. */
@NullMarked
package dev.muster.integrations.slack.fake.response;

import org.jspecify.annotations.NullMarked;
