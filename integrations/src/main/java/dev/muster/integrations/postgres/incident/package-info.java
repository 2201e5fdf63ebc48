/** Incidents, their timelines and where they are shown, in PostgreSQL. */
@NullMarked
package dev.muster.integrations.postgres.incident;

import org.jspecify.annotations.NullMarked;
