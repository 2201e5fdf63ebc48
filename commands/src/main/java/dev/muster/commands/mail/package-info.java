/** Mail: one to one address, with a key by which a repeat is known. */
@NullMarked
package dev.muster.commands.mail;

import org.jspecify.annotations.NullMarked;
