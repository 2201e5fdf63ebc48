/** Where senders come in: keys, bodies, and answers that follow the commit. */
@NullMarked
package dev.muster.bot.http.intake;

import org.jspecify.annotations.NullMarked;
