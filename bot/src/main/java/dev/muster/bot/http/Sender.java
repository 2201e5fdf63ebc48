package dev.muster.bot.http;

import dev.muster.commands.alert.AlertSource;
import dev.muster.commands.alert.Integration;

/** Who sends a webhook, as its key proves, and how its bodies are read. */
record Sender(AlertSource source, Integration integration) {}
