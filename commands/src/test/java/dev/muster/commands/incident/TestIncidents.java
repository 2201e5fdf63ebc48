package dev.muster.commands.incident;

import static dev.muster.commands.testing.TestClock.START;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Severity;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Incidents for tests: a database that went down on the start of the clock. */
public final class TestIncidents {

  public static final Severity CRITICAL = new Severity("Critical", CanonicalSeverity.CRITICAL);

  private TestIncidents() {}

  /** Triggered, with one alert that fires. */
  public static Incident triggered(long id) {
    return about(id, "database_down").joinedBy(CRITICAL, Optional.empty());
  }

  /** Triggered, before any alert has joined. */
  public static Incident about(long id, String title) {
    var headline =
        new Headline(
            title,
            Optional.of("Primary does not answer. Connection fails for 1 min."),
            Set.of("learnhub-db"),
            Map.of("runbook", "https://wiki.example/db", "source", "https://prom.example/g"));
    return Incident.open(new IncidentId(id), "g" + id, "incidents", headline, CRITICAL, START);
  }
}
