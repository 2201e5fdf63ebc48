/**
 * What a configuration may say already and nothing acts upon yet: who is paged when. It is read and
 * checked, and whoever writes it is told that it has no effect.
 */
@NullMarked
package dev.muster.bot.config.plans;

import org.jspecify.annotations.NullMarked;
