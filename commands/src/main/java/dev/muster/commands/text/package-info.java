/** Small rules of wording that several features share. */
@NullMarked
package dev.muster.commands.text;

import org.jspecify.annotations.NullMarked;
