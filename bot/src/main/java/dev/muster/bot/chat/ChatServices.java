package dev.muster.bot.chat;

import dev.muster.commands.chat.ChatHistory;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.LiveUpdates;
import dev.muster.commands.chat.Router;
import java.time.InstantSource;

/** What the built-in chat asks of the rest of Muster. */
public record ChatServices(
    Router router,
    CommandTable table,
    ChatHistory history,
    LiveUpdates live,
    InstantSource clock) {}
