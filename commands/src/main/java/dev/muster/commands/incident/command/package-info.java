/** The life of an incident in commands: from its declaration to its end. */
@NullMarked
package dev.muster.commands.incident.command;

import org.jspecify.annotations.NullMarked;
