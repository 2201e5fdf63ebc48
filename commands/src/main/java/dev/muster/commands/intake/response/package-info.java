/** What alerts may start besides their incidents. */
@NullMarked
package dev.muster.commands.intake.response;

import org.jspecify.annotations.NullMarked;
