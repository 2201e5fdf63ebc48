package dev.muster.commands.intake;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.Integration;

/** A webhook that could be read, with its exact body. */
public record ReceivedBatch(
    DeliveryId id, Integration integration, RawBody body, AlertBatch batch) {}
