package dev.muster.commands.notify;

import dev.muster.commands.alert.Recipient;
import dev.muster.commands.incident.IncidentId;

/** Somebody who is to be told that an incident has been opened, and from then on how it goes. */
public record ToTell(IncidentId incident, Recipient recipient) {}
