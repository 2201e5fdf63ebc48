/** What people do with runbooks: preview them, start them, and act on their runs. */
@NullMarked
package dev.muster.runbooks.start;

import org.jspecify.annotations.NullMarked;
