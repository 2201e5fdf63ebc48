/** What the engine needs of the world. */
@NullMarked
package dev.muster.runbooks.engine.port;

import org.jspecify.annotations.NullMarked;
