/** The commands of {@code /runbook}. */
@NullMarked
package dev.muster.commands.runbook.command;

import org.jspecify.annotations.NullMarked;
