/** What a platform brings twice, and what people click twice, is done once. */
@NullMarked
package dev.muster.commands.chat.once;

import org.jspecify.annotations.NullMarked;
