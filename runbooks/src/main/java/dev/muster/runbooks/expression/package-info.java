/** What runbooks compute: CEL expressions, and texts with {@code ${{ … }}} in them. */
@NullMarked
package dev.muster.runbooks.expression;

import org.jspecify.annotations.NullMarked;
