/** What a route says of a channel that each of its incidents has for itself. */
@NullMarked
package dev.muster.commands.alert.own;

import org.jspecify.annotations.NullMarked;
