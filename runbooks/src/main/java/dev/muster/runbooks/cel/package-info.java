/** CEL: expressions checked and computed by the library, within bounds. */
@NullMarked
package dev.muster.runbooks.cel;

import org.jspecify.annotations.NullMarked;
