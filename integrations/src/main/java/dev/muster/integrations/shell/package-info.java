/** Steps of runbooks that run programs where Muster runs. */
@NullMarked
package dev.muster.integrations.shell;

import org.jspecify.annotations.NullMarked;
