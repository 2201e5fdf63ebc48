/** Runs of runbooks in PostgreSQL, and the work of going on with them. */
@NullMarked
package dev.muster.integrations.postgres.run;

import org.jspecify.annotations.NullMarked;
