package dev.muster.commands.incident;

import dev.muster.commands.alert.CanonicalSeverity;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What people add to an incident. Immutable; the intake only says that it burns again.
 *
 * @param overruled how bad alerts said it was when a person said that it is less
 * @param reopened when it was opened again, or burned again, for the last time
 */
public record Details(
    Crew crew,
    Times times,
    Findings findings,
    Optional<CanonicalSeverity> overruled,
    Optional<Instant> reopened) {

  public static final Details NONE =
      new Details(
          new Crew(Optional.empty(), Map.of()),
          new Times(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
          new Findings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
          Optional.empty(),
          Optional.empty());

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

  public Details with(Crew next) {
    return new Details(next, times, findings, overruled, reopened);
  }

  public Details with(Times next) {
    return new Details(crew, next, findings, overruled, reopened);
  }

  public Details with(Findings next) {
    return new Details(crew, times, next, overruled, reopened);
  }

  Details overruling(Optional<CanonicalSeverity> level) {
    return new Details(crew, times, findings, level, reopened);
  }

  Details reopenedAt(Instant at) {
    return new Details(crew, times, findings, overruled, Optional.of(at));
  }

  /** Nothing more is promised: it is over, or it begins anew. */
  Details promisingNothing() {
    return with(times.withNextUpdate(Optional.empty()).withExpectedOver(Optional.empty()));
  }
}
