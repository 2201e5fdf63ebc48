/**
 * Reads YAML 1.2 into records, and tells every problem with its place and what to write instead.
 */
@NullMarked
package dev.muster.runbooks.yaml;

import org.jspecify.annotations.NullMarked;
