/** The operation log in PostgreSQL. */
@NullMarked
package dev.muster.integrations.postgres.operation;

import org.jspecify.annotations.NullMarked;
