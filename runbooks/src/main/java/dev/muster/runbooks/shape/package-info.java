/**
 * Shapes: how values are read from a YAML tree, and what the JSON Schema for editors says of them.
 */
@NullMarked
package dev.muster.bot.config.shape;

import org.jspecify.annotations.NullMarked;
