/** How silences end, and what comes of what they kept quiet. */
@NullMarked
package dev.muster.commands.silence.ending;

import org.jspecify.annotations.NullMarked;
