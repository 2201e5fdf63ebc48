/** One connection for one attempt: opened, bounded, cancelled, closed, and its faults in words. */
@NullMarked
package dev.muster.integrations.postgres.kind.session;

import org.jspecify.annotations.NullMarked;
