/** Who is on call when: schedules, their layers and rotations, and the shifts that come of them. */
@NullMarked
package dev.muster.commands.oncall;

import org.jspecify.annotations.NullMarked;
