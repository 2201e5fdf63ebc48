/** What the process does besides its service: logging, waiting, closing, keeping PostgreSQL up. */
@NullMarked
package dev.muster.bot.process;

import org.jspecify.annotations.NullMarked;
