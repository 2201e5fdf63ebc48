/** Secrets are taken out of whatever leaves the engine. */
@NullMarked
package dev.muster.runbooks.redact;

import org.jspecify.annotations.NullMarked;
