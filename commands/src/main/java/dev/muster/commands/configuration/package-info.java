/** Which configuration all replicas run: the one that was accepted last. */
@NullMarked
package dev.muster.commands.configuration;

import org.jspecify.annotations.NullMarked;
