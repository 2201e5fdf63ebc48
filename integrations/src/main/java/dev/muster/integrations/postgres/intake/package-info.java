/** Alerts and deliveries, in PostgreSQL. */
@NullMarked
package dev.muster.integrations.postgres.intake;

import org.jspecify.annotations.NullMarked;
