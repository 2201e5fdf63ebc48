/** Runbooks that may help in an incident, as they are kept with it. */
@NullMarked
package dev.muster.integrations.postgres.suggested;

import org.jspecify.annotations.NullMarked;
