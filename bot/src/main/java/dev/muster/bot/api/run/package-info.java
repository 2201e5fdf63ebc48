/** Runs of runbooks in the shapes of the API. */
@NullMarked
package dev.muster.bot.api.run;

import org.jspecify.annotations.NullMarked;
