/** The service: settings, wiring, start and stop. */
@NullMarked
package dev.muster.bot;

import org.jspecify.annotations.NullMarked;
