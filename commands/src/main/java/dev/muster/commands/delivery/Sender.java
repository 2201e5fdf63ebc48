package dev.muster.commands.delivery;

import dev.muster.commands.alert.AlertSource;
import dev.muster.commands.alert.Integration;

/** Who sends webhooks, and how their bodies are read by the configuration of this moment. */
public record Sender(AlertSource source, Integration integration) {}
