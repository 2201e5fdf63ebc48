/** Answers that take longer than their platform waits: owed, and told whatever happens here. */
@NullMarked
package dev.muster.commands.chat.late;

import org.jspecify.annotations.NullMarked;
