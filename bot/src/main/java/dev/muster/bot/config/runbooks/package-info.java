/** The runbooks of a configuration: the team's own, and the library in the jar. */
@NullMarked
package dev.muster.bot.config.runbooks;

import org.jspecify.annotations.NullMarked;
