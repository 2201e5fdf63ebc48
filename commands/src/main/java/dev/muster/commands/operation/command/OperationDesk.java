package dev.muster.commands.operation.command;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.operation.Leads;
import dev.muster.commands.operation.OperationLog;
import java.time.InstantSource;
import java.util.function.Predicate;

/**
 * What the commands of the operation log work with.
 *
 * @param exists whether there is an incident of this number
 */
public record OperationDesk(
    OperationLog log,
    IncidentThreads threads,
    Predicate<IncidentId> exists,
    Leads leads,
    InstantSource clock) {}
