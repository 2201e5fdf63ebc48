/** Webhooks as they were kept: looking at them, and taking them again after a mapping is mended. */
@NullMarked
package dev.muster.commands.delivery;

import org.jspecify.annotations.NullMarked;
