/** Asks for what a command misses, and turns what was filled in into what could have been typed. */
@NullMarked
package dev.muster.commands.asking;

import org.jspecify.annotations.NullMarked;
