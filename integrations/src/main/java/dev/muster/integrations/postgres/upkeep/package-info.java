/** Keeps the histories: partitions ahead of time, and none that are too old. */
@NullMarked
package dev.muster.integrations.postgres.upkeep;

import org.jspecify.annotations.NullMarked;
