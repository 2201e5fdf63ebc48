package dev.muster.integrations.postgres.announce;

import dev.muster.commands.chat.Message;

/**
 * One thing that is to be said at one place, as a row of work keeps it.
 *
 * @param to a channel, or the word of a mail's recipient
 */
record Spoken(String key, String to, Message message) {}
