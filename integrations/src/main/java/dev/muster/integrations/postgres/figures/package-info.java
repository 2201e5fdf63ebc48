/** What Muster's metrics tell of the database. */
@NullMarked
package dev.muster.integrations.postgres.figures;

import org.jspecify.annotations.NullMarked;
