/**
 * The chat core: neutral messages, the port to a chat, invocations and the router that answers
 * them.
 */
@NullMarked
package dev.muster.commands.chat;

import org.jspecify.annotations.NullMarked;
