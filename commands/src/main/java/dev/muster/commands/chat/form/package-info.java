/** What commands take, and the forms that ask for it, in no platform's words. */
@NullMarked
package dev.muster.commands.chat.form;

import org.jspecify.annotations.NullMarked;
