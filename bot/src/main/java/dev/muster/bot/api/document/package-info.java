/** The API described for programs, from its routes. */
@NullMarked
package dev.muster.bot.api.document;

import org.jspecify.annotations.NullMarked;
