/** Runbooks that may help in an incident, as its post names them. */
@NullMarked
package dev.muster.commands.incident.suggested;

import org.jspecify.annotations.NullMarked;
