package dev.muster.commands.incident;

import java.util.Optional;

/** Where an incident stands in its life, with who brought it there; each offers what may follow. */
public sealed interface IncidentState permits IncidentState.Mergeable, IncidentState.Over {

  IncidentStatus status();

  /** When and by whom somebody said "I have it". */
  Optional<Change> acknowledged();

  /** When and by whom somebody said that nobody suffers from it any more. */
  default Optional<Change> mitigated() {
    return Optional.empty();
  }

  /** Somebody has to look. */
  record Triggered() implements Burning {
    public Acknowledged acknowledge(Change change) {
      return new Acknowledged(change);
    }

    /** Whoever mitigates has it. */
    @Override
    public Mitigated mitigate(Change change) {
      return new Mitigated(change, change);
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
  record Acknowledged(Change change) implements Burning {
    @Override
    public Mitigated mitigate(Change change) {
      return new Mitigated(change, this.change);
    }

    @Override
    public IncidentStatus status() {
      return IncidentStatus.ACKNOWLEDGED;
    }

    @Override
    public Optional<Change> acknowledged() {
      return Optional.of(change);
    }
  }

  /** Nobody suffers from it any more, but it is not over: that is for a person to say. */
  record Mitigated(Change change, Change had) implements Open {
    /** It is back, and whoever had it has it again. */
    public Acknowledged recur() {
      return new Acknowledged(had);
    }

    @Override
    public IncidentStatus status() {
      return IncidentStatus.MITIGATED;
    }

    @Override
    public Optional<Change> acknowledged() {
      return Optional.of(had);
    }

    @Override
    public Optional<Change> mitigated() {
      return Optional.of(change);
    }
  }

  /** Over. */
  record Resolved(Change change, Optional<Change> acknowledged, Optional<Change> mitigated)
      implements Over, Mergeable {
    public Triggered reopen() {
      return new Triggered();
    }
  }

  /** It goes on as part of another incident: nothing happens to it here any more. */
  record Merged(
      Change change, Optional<Change> acknowledged, Optional<Change> mitigated, IncidentId into)
      implements Over {}

  /** Any state that is not over. */
  sealed interface Open extends Mergeable permits Burning, Mitigated {
    default Resolved resolve(Change change) {
      return new Resolved(change, acknowledged(), mitigated());
    }
  }

  /** People suffer from it. */
  sealed interface Burning extends Open permits Triggered, Acknowledged {
    Mitigated mitigate(Change change);
  }

  /** Any state in which another incident can take it in. */
  sealed interface Mergeable extends IncidentState permits Open, Resolved {
    default Merged merge(Change change, IncidentId into) {
      return new Merged(change, acknowledged(), mitigated(), into);
    }
  }

  /** Any state that is over. */
  sealed interface Over extends IncidentState permits Resolved, Merged {
    Change change();

    @Override
    default IncidentStatus status() {
      return IncidentStatus.RESOLVED;
    }
  }
}
