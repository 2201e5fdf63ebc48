/** Runbooks in the chat: which there are, who may do what with them, and what their runs need. */
@NullMarked
package dev.muster.commands.runbook;

import org.jspecify.annotations.NullMarked;
