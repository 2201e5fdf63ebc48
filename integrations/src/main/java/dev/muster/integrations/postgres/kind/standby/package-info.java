/** Standbys: how far behind, how much they have still to replay, and their promotion. */
@NullMarked
package dev.muster.integrations.postgres.kind.standby;

import org.jspecify.annotations.NullMarked;
