/** The files that a configuration is made of, before anybody reads what they say. */
@NullMarked
package dev.muster.bot.config.files;

import org.jspecify.annotations.NullMarked;
