/** Which names a runbook declares, and which of them may be used where in it. */
@NullMarked
package dev.muster.runbooks.scope;

import org.jspecify.annotations.NullMarked;
