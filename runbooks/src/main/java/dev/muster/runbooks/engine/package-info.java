/** What goes on with runs: the worker, and what it needs of the world. */
@NullMarked
package dev.muster.runbooks.engine;

import org.jspecify.annotations.NullMarked;
