package dev.muster.runbooks.engine;

import dev.muster.runbooks.engine.port.Definitions;
import dev.muster.runbooks.engine.port.RunLog;
import dev.muster.runbooks.engine.port.RunStore;
import dev.muster.runbooks.engine.port.Surroundings;
import dev.muster.runbooks.kind.Kinds;
import java.time.InstantSource;

/** What the engine works with. */
public record Means(
    RunStore store,
    RunLog log,
    Definitions definitions,
    Kinds kinds,
    Surroundings surroundings,
    InstantSource clock) {}
