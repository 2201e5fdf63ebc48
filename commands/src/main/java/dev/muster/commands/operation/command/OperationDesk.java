package dev.muster.commands.operation.command;

import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.operation.Leads;
import dev.muster.commands.operation.OperationLog;
import java.time.InstantSource;

/** What the commands of the operation log work with. */
public record OperationDesk(
    OperationLog log,
    IncidentThreads threads,
    IncidentStore incidents,
    Leads leads,
    InstantSource clock) {}
