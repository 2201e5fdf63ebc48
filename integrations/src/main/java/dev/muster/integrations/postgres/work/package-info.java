/** Durable work: rows that are written with the change that causes them, run by db-scheduler. */
@NullMarked
package dev.muster.integrations.postgres.work;

import org.jspecify.annotations.NullMarked;
