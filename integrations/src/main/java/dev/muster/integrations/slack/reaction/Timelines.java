package dev.muster.integrations.slack.reaction;

import dev.muster.commands.incident.IncidentThreads;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which reactions put a message into a timeline, and where there is one.
 *
 * @param emoji Slack's names of them, as configured now
 */
public record Timelines(IncidentThreads threads, Supplier<List<String>> emoji) {}
