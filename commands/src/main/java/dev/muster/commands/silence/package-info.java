/**
 * Silences: alerts that nobody wants to hear of for a while, and that stay visible all the same.
 */
@NullMarked
package dev.muster.commands.silence;

import org.jspecify.annotations.NullMarked;
