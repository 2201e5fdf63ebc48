/** Runs as they are shown and told in the chats while they go on. */
@NullMarked
package dev.muster.commands.runbook.live;

import org.jspecify.annotations.NullMarked;
