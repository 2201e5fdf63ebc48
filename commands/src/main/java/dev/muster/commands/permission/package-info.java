/** Who may do what, explained. */
@NullMarked
package dev.muster.commands.permission;

import org.jspecify.annotations.NullMarked;
