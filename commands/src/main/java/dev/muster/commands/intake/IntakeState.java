package dev.muster.commands.intake;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.silence.Silences;
import java.util.Collection;

/**
 * What stands of the alerts and groups that a commit touches: their latest episodes, the incidents
 * of those, and the newest incident of each group; and the silences of the moment.
 */
public record IntakeState(
    Collection<Episode> episodes, Collection<Incident> incidents, Silences silences) {}
