/** Steps of runbooks on PostgreSQL databases, those of others. */
@NullMarked
package dev.muster.integrations.postgres.kind;

import org.jspecify.annotations.NullMarked;
