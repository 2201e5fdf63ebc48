/** Has runs gone on with, as work of db-scheduler's. */
@NullMarked
package dev.muster.integrations.postgres.run.work;

import org.jspecify.annotations.NullMarked;
