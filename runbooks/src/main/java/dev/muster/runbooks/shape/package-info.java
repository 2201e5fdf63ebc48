/**
 * Shapes: how values are read from a YAML tree, and what the JSON Schema for editors says of them.
 */
@NullMarked
package dev.muster.runbooks.shape;

import org.jspecify.annotations.NullMarked;
