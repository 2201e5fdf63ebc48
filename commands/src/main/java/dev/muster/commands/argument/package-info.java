/** What people type behind a command: quotes, named values, times, and what is said of mistakes. */
@NullMarked
package dev.muster.commands.argument;

import org.jspecify.annotations.NullMarked;
