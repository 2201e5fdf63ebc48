/** Webhooks and who sends them. */
@NullMarked
package dev.muster.commands.delivery;

import org.jspecify.annotations.NullMarked;
