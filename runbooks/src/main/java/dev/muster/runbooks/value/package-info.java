/** Values of a run: its inputs, what steps are given, and what expressions see. */
@NullMarked
package dev.muster.runbooks.value;

import org.jspecify.annotations.NullMarked;
