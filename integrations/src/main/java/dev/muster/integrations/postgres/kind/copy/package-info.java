/** Data in files: backups, their proof, and exports. */
@NullMarked
package dev.muster.integrations.postgres.kind.copy;

import org.jspecify.annotations.NullMarked;
