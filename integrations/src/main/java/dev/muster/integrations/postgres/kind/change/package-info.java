/** Upkeep, indexes, settings and connections: steps that change something. */
@NullMarked
package dev.muster.integrations.postgres.kind.change;

import org.jspecify.annotations.NullMarked;
