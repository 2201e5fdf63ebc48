/** What people type of a runbook: its name, its inputs, and the form that asks for them. */
@NullMarked
package dev.muster.commands.runbook.typing;

import org.jspecify.annotations.NullMarked;
