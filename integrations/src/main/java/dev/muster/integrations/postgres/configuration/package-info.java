/** Accepted configurations and the versions of their schedules, in PostgreSQL. */
@NullMarked
package dev.muster.integrations.postgres.configuration;

import org.jspecify.annotations.NullMarked;
