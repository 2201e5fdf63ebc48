/** API tokens: what they may do, how they are made, listed and revoked, and whose they are. */
@NullMarked
package dev.muster.commands.token;

import org.jspecify.annotations.NullMarked;
