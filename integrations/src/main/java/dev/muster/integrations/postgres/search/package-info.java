/** How words are searched for in what is kept. */
@NullMarked
package dev.muster.integrations.postgres.search;

import org.jspecify.annotations.NullMarked;
