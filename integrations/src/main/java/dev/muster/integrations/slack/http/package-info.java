/** What Slack brings to the request URL, once its signature is proved. */
@NullMarked
package dev.muster.integrations.slack.http;

import org.jspecify.annotations.NullMarked;
