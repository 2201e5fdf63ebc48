/** The commands about alerts. */
@NullMarked
package dev.muster.commands.intake.history.command;

import org.jspecify.annotations.NullMarked;
