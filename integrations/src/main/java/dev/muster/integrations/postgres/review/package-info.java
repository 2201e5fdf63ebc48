/** Glass that was broken, in PostgreSQL, and the work of telling of it. */
@NullMarked
package dev.muster.integrations.postgres.review;

import org.jspecify.annotations.NullMarked;
