/** Who may do what, explained, and buttons that go by it. */
@NullMarked
package dev.muster.commands.permission;

import org.jspecify.annotations.NullMarked;
