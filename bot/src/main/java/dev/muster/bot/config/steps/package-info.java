/** What steps of runbooks may reach besides what everybody may. */
@NullMarked
package dev.muster.bot.config.steps;

import org.jspecify.annotations.NullMarked;
