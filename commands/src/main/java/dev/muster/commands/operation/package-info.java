/** The operation log: what was done to the world, when, why, and what came of it. */
@NullMarked
package dev.muster.commands.operation;

import org.jspecify.annotations.NullMarked;
