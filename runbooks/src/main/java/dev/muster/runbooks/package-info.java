/** The runbook language and its engine. Knows no chat, no cloud and no SQL. */
@NullMarked
package dev.muster.runbooks;

import org.jspecify.annotations.NullMarked;
