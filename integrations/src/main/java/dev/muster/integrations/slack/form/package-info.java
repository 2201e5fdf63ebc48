/** Forms of commands as modals of Slack, and what people fill into them. */
@NullMarked
package dev.muster.integrations.slack.form;

import org.jspecify.annotations.NullMarked;
