/** A durable PostgreSQL of our own for those who have none: started, adopted, guarded, stopped. */
@NullMarked
package dev.muster.integrations.postgres.embedded;

import org.jspecify.annotations.NullMarked;
