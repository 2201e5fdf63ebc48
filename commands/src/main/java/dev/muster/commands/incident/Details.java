package dev.muster.commands.incident;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.incident.suggested.Suggested;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What people add to an incident. Immutable; the intake only says that it burns again, or what of
 * it is kept quiet.
 *
 * @param overruled how bad alerts said it was when a person said that it is less
 * @param reopened when it was opened again, or burned again, for the last time
 * @param quiet what of it nobody wants to hear for a while
 * @param suggested runbooks that may help
 */
public record Details(
    Crew crew,
    Times times,
    Findings findings,
    Optional<CanonicalSeverity> overruled,
    Optional<Instant> reopened,
    Quiet quiet,
    Suggested suggested) {

  public static final Details NONE =
      new Details(
          new Crew(Optional.empty(), Map.of()),
          new Times(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
          new Findings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
          Optional.empty(),
          Optional.empty(),
          Quiet.NOTHING,
          Suggested.NOTHING);

  /** With nothing that is kept quiet, and no runbook. */
  public Details(
      Crew crew,
      Times times,
      Findings findings,
      Optional<CanonicalSeverity> overruled,
      Optional<Instant> reopened) {
    this(crew, times, findings, overruled, reopened, Quiet.NOTHING, Suggested.NOTHING);
  }

  /**
   * Who does what.
   *
   * @param assignee whose it is, where that is not whoever acknowledged it
   */
  public record Crew(Optional<Actor.Human> assignee, Map<Role, Actor.Human> roles) {
    public Crew {
      var ordered = new EnumMap<Role, Actor.Human>(Role.class);
      ordered.putAll(roles);
      roles = Collections.unmodifiableMap(ordered);
    }

    public Optional<Actor.Human> in(Role role) {
      return Optional.ofNullable(roles.get(role));
    }

    public Crew assignedTo(Optional<Actor.Human> person) {
      return new Crew(person, roles);
    }

    /** With another in the role, or with nobody. */
    public Crew with(Role role, Optional<Actor.Human> person) {
      var next = new EnumMap<Role, Actor.Human>(Role.class);
      next.putAll(roles);
      next.remove(role);
      person.ifPresent(one -> next.put(role, one));
      return new Crew(assignee, next);
    }
  }

  /**
   * When things happened, or will.
   *
   * @param started when it began to hurt, where that is not when it was opened
   * @param detected when somebody or something first noticed
   * @param expectedOver when it should be over: the ETR
   * @param nextUpdate when people were promised the next word
   */
  public record Times(
      Optional<Instant> started,
      Optional<Instant> detected,
      Optional<Instant> expectedOver,
      Optional<Instant> nextUpdate) {

    public Times withStarted(Optional<Instant> at) {
      return new Times(at, detected, expectedOver, nextUpdate);
    }

    public Times withDetected(Optional<Instant> at) {
      return new Times(started, at, expectedOver, nextUpdate);
    }

    public Times withExpectedOver(Optional<Instant> at) {
      return new Times(started, detected, at, nextUpdate);
    }

    public Times withNextUpdate(Optional<Instant> at) {
      return new Times(started, detected, expectedOver, at);
    }
  }

  /** What is known of it, for the report. */
  public record Findings(
      Optional<Long> affectedUsers,
      Optional<String> rootCause,
      Optional<String> resolution,
      Optional<String> prevention) {

    public Findings withAffectedUsers(Optional<Long> users) {
      return new Findings(users, rootCause, resolution, prevention);
    }

    public Findings withRootCause(Optional<String> text) {
      return new Findings(affectedUsers, text, resolution, prevention);
    }

    public Findings withResolution(Optional<String> text) {
      return new Findings(affectedUsers, rootCause, text, prevention);
    }

    public Findings withPrevention(Optional<String> text) {
      return new Findings(affectedUsers, rootCause, resolution, text);
    }
  }

  /**
   * What nobody wants to hear for a while, and until when.
   *
   * @param silences the numbers of the silences that keep alerts of it, or alerts that would be of
   *     it, quiet
   */
  public record Quiet(Optional<Snooze> snooze, Map<Long, Instant> silences) {

    public static final Quiet NOTHING = new Quiet(Optional.empty(), Map.of());

    public Quiet {
      silences = Collections.unmodifiableMap(new TreeMap<>(silences));
    }

    Quiet with(Optional<Snooze> next) {
      return new Quiet(next, silences);
    }
  }

  /** Its reminders rest, since somebody said so, until it comes back by itself. */
  public record Snooze(Instant until, Change change, Optional<String> reason) {}

  public Details with(Crew next) {
    return new Details(next, times, findings, overruled, reopened, quiet, suggested);
  }

  public Details with(Times next) {
    return new Details(crew, next, findings, overruled, reopened, quiet, suggested);
  }

  public Details with(Findings next) {
    return new Details(crew, times, next, overruled, reopened, quiet, suggested);
  }

  public Details with(Quiet next) {
    return new Details(crew, times, findings, overruled, reopened, next, suggested);
  }

  public Details with(Suggested next) {
    return new Details(crew, times, findings, overruled, reopened, quiet, next);
  }

  public Optional<Snooze> snooze() {
    return quiet.snooze();
  }

  public Details snoozed(Snooze snooze) {
    return with(quiet.with(Optional.of(snooze)));
  }

  /** It rests no more. */
  public Details awake() {
    return quiet.snooze().isEmpty() ? this : with(quiet.with(Optional.empty()));
  }

  /** A silence keeps something of it quiet until then. */
  public Details silencedBy(long silence, Instant until) {
    var all = new TreeMap<>(quiet.silences());
    all.put(silence, until);
    return with(new Quiet(quiet.snooze(), all));
  }

  /** A silence has ended. */
  public Details unsilencedBy(long silence) {
    var all = new TreeMap<>(quiet.silences());
    all.remove(silence);
    return with(new Quiet(quiet.snooze(), all));
  }

  Details overruling(Optional<CanonicalSeverity> level) {
    return new Details(crew, times, findings, level, reopened, quiet, suggested);
  }

  Details reopenedAt(Instant at) {
    return new Details(crew, times, findings, overruled, Optional.of(at), quiet, suggested).awake();
  }

  /** Nothing more is promised, and nothing rests: it is over, or it begins anew. */
  Details promisingNothing() {
    return with(times.withNextUpdate(Optional.empty()).withExpectedOver(Optional.empty()))
        .with(Quiet.NOTHING);
  }
}
