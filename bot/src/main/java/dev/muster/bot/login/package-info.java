/** Who somebody is: picked in the demo, logged in elsewhere, or known to a reverse proxy. */
@NullMarked
package dev.muster.bot.login;

import org.jspecify.annotations.NullMarked;
