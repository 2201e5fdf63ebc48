/** Reads runbooks from their files and checks all that can be known before they run. */
@NullMarked
package dev.muster.runbooks.reading;

import org.jspecify.annotations.NullMarked;
