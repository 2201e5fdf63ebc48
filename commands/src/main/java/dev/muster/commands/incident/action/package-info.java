/** Which incident a command means, and what commands on one have in common. */
@NullMarked
package dev.muster.commands.incident.action;

import org.jspecify.annotations.NullMarked;
