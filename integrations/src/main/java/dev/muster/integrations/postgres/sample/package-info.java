/** What the demo's runbooks work on. */
@NullMarked
package dev.muster.integrations.postgres.sample;

import org.jspecify.annotations.NullMarked;
