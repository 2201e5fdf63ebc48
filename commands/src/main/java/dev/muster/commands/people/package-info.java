/** Who somebody is and what they may do. */
@NullMarked
package dev.muster.commands.people;

import org.jspecify.annotations.NullMarked;
