/** What is said in an incident's thread when a target or a promise passes. */
@NullMarked
package dev.muster.commands.reminder;

import org.jspecify.annotations.NullMarked;
