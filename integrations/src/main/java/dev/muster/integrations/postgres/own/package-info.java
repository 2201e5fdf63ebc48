/** The channels that incidents have for themselves, as rows. */
@NullMarked
package dev.muster.integrations.postgres.own;

import org.jspecify.annotations.NullMarked;
