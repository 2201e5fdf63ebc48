package dev.muster.commands.incident;

import java.util.Optional;

/** Where an incident stands in its life, with who brought it there; each offers what may follow. */
public sealed interface IncidentState {

  IncidentStatus status();

  /** When and by whom somebody said "I have it". */
  Optional<Change> acknowledged();

  /** Somebody has to look. */
  record Triggered() implements IncidentState, Open {
    public Acknowledged acknowledge(Change change) {
      return new Acknowledged(change);
    }

    @Override
    public IncidentStatus status() {
      return IncidentStatus.TRIGGERED;
    }

    @Override
    public Optional<Change> acknowledged() {
      return Optional.empty();
    }
  }

  /** Somebody has it. */
  record Acknowledged(Change change) implements IncidentState, Open {
    @Override
    public IncidentStatus status() {
      return IncidentStatus.ACKNOWLEDGED;
    }

    @Override
    public Optional<Change> acknowledged() {
      return Optional.of(change);
    }
  }

  /** Over. */
  record Resolved(Change change, Optional<Change> acknowledged) implements IncidentState {
    public Triggered reopen() {
      return new Triggered();
    }

    @Override
    public IncidentStatus status() {
      return IncidentStatus.RESOLVED;
    }
  }

  /** Any state that is not over. */
  sealed interface Open permits Triggered, Acknowledged {
    Optional<Change> acknowledged();

    default Resolved resolve(Change change) {
      return new Resolved(change, acknowledged());
    }
  }
}
