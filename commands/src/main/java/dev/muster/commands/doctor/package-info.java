/** Whether Muster and all that it needs is well, and how to mend what is not. */
@NullMarked
package dev.muster.commands.doctor;

import org.jspecify.annotations.NullMarked;
