/** Everything that Muster serves over HTTP. The only package that serves through Vert.x. */
@NullMarked
package dev.muster.bot.http;

import org.jspecify.annotations.NullMarked;
