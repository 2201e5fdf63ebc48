/**
 * The configuration language: what {@code muster.yaml} may say, and the records that it becomes.
 */
@NullMarked
package dev.muster.bot.config;

import org.jspecify.annotations.NullMarked;
