/** Taking alerts in: durable, in groups, each alert once. */
@NullMarked
package dev.muster.commands.intake;

import org.jspecify.annotations.NullMarked;
