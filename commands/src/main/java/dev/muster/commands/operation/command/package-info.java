/** The commands of the operation log. */
@NullMarked
package dev.muster.commands.operation.command;

import org.jspecify.annotations.NullMarked;
