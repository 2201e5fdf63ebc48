/**
 * What every source needs to read a body: JSON whose faults have a place, text that any store
 * takes, times, links.
 */
@NullMarked
package dev.muster.integrations.sources.body;

import org.jspecify.annotations.NullMarked;
