package dev.muster.commands.oncall;

import java.time.Instant;

/** Nobody is on call, at least in the time that was asked about. */
public record Gap(Instant from, Instant until) implements Stretch {}
