/** The console's forms: what they ask, what was typed, and which commands that becomes. */
@NullMarked
package dev.muster.bot.console.form;

import org.jspecify.annotations.NullMarked;
