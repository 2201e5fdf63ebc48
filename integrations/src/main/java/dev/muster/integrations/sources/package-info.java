/** The senders of alerts: one source a kind of webhook, each reading its bodies into our words. */
@NullMarked
package dev.muster.integrations.sources;

import org.jspecify.annotations.NullMarked;
