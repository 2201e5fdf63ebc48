/** API tokens in PostgreSQL. */
@NullMarked
package dev.muster.integrations.postgres.token;

import org.jspecify.annotations.NullMarked;
