/** How runbooks, their plans and their runs look in a chat. */
@NullMarked
package dev.muster.commands.runbook.card;

import org.jspecify.annotations.NullMarked;
