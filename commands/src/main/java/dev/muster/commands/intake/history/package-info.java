/** The alerts and webhooks that were taken in, to be read. */
@NullMarked
package dev.muster.commands.intake.history;

import org.jspecify.annotations.NullMarked;
