/** The reverse proxy that may say who somebody is, and where it is. */
@NullMarked
package dev.muster.bot.login.proxy;

import org.jspecify.annotations.NullMarked;
