/** What runs say in chats and by mail. */
@NullMarked
package dev.muster.commands.runbook.message;

import org.jspecify.annotations.NullMarked;
