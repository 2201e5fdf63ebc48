/** The commands about silences. */
@NullMarked
package dev.muster.commands.silence.command;

import org.jspecify.annotations.NullMarked;
