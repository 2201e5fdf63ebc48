/** What the core asks of a database, whichever it is. */
@NullMarked
package dev.muster.commands.store;

import org.jspecify.annotations.NullMarked;
