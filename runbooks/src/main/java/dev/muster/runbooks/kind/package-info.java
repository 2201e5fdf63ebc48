/** Kinds of steps: what they take, what they do to the world, and how they are carried out. */
@NullMarked
package dev.muster.runbooks.kind;

import org.jspecify.annotations.NullMarked;
