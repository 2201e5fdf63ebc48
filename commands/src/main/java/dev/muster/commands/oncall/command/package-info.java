/** What people ask about on-call in the chat. */
@NullMarked
package dev.muster.commands.oncall.command;

import org.jspecify.annotations.NullMarked;
