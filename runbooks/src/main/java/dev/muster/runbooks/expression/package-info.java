/** What runbooks compute: expressions and templates, the names in them, and how values are said. */
@NullMarked
package dev.muster.runbooks.expression;

import org.jspecify.annotations.NullMarked;
