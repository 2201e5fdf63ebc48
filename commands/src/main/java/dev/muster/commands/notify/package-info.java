/** Who is told of an incident besides its channel, and in which words. */
@NullMarked
package dev.muster.commands.notify;

import org.jspecify.annotations.NullMarked;
