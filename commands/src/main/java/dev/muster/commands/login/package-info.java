/** Who somebody is, proved: one-use links and the sessions that they begin. */
@NullMarked
package dev.muster.commands.login;

import org.jspecify.annotations.NullMarked;
