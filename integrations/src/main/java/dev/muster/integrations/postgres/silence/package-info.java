/** Silences in PostgreSQL, and what the intake reads of them. */
@NullMarked
package dev.muster.integrations.postgres.silence;

import org.jspecify.annotations.NullMarked;
