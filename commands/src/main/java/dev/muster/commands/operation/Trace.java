package dev.muster.commands.operation;

import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.start.Footprint.Mark;

/** A step of a run that changed something, of which an entry tells once. */
public record Trace(RunId run, Mark mark) {}
