/** Whether this Muster is set up well, apart from its adapters, which look after themselves. */
@NullMarked
package dev.muster.bot.doctor;

import org.jspecify.annotations.NullMarked;
