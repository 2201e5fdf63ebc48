/** Schedules as they were: a change of the configuration never rewrites who was on call. */
@NullMarked
package dev.muster.commands.oncall.history;

import org.jspecify.annotations.NullMarked;
