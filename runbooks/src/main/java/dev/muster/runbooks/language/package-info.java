/** The runbook language: what a file says, checked and immutable. */
@NullMarked
package dev.muster.runbooks.language;

import org.jspecify.annotations.NullMarked;
