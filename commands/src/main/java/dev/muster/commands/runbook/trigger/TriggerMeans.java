package dev.muster.commands.runbook.trigger;

import dev.muster.commands.runbook.message.Announcements;
import dev.muster.runbooks.engine.Means;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * What triggers work with, all over the same connections.
 *
 * @param zone of the team, for what nobody in particular reads
 */
public record TriggerMeans(Means runs, Announcements announcements, Supplier<ZoneId> zone) {}
