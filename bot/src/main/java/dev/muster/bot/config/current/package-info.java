/** The configuration of this moment: how it follows its files and the other replicas. */
@NullMarked
package dev.muster.bot.config.current;

import org.jspecify.annotations.NullMarked;
