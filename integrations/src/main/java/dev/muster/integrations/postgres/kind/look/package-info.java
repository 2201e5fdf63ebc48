/** What is going on in a database: steps that only read. */
@NullMarked
package dev.muster.integrations.postgres.kind.look;

import org.jspecify.annotations.NullMarked;
