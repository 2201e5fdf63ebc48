/** The subcommands of {@code muster.jar}. */
@NullMarked
package dev.muster.bot.cli;

import org.jspecify.annotations.NullMarked;
