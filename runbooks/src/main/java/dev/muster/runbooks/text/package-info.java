/** Words that people type and write. */
@NullMarked
package dev.muster.runbooks.text;

import org.jspecify.annotations.NullMarked;
