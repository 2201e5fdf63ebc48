/** Everything that is kept, in PostgreSQL. The only package that speaks SQL. */
@NullMarked
package dev.muster.integrations.postgres;

import org.jspecify.annotations.NullMarked;
