package dev.muster.commands.incident;

import java.time.Instant;

/** Who did something to an incident, and when. */
public record Change(Instant at, Actor by) {}
