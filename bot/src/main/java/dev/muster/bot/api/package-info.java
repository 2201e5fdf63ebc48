/** The JSON API, as design/API says. */
@NullMarked
package dev.muster.bot.api;

import org.jspecify.annotations.NullMarked;
