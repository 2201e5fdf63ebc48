package dev.muster.commands.incident;

import dev.muster.commands.chat.Message;

/**
 * Something to be said once in an incident's thread.
 *
 * @param key unique for ever; the same key is never said twice
 */
public record ThreadReply(IncidentId incident, String key, Message message) {}
