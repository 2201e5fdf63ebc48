package dev.muster.commands.testing;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.alert.SeverityTarget;
import dev.muster.commands.deadline.Deadline;
import dev.muster.commands.deadline.Targets;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small team: one who may act, one who may look, one who may do nothing. */
public final class People {

  public static final Person DEVOPS = person("devops", "DevOps Engineer", "responder");
  public static final Person BACKEND = person("backend", "Backend Engineer", "responder");
  public static final Person CTO = person("cto", "CTO", "viewer");
  public static final Person GUEST = person("guest", "Guest", "none");

  private People() {}

  public static Directory directory() {
    return new Directory(
        List.of(DEVOPS, BACKEND, CTO, GUEST),
        Map.of(
            "responder", Set.of(Right.parse("incident:*")),
            "viewer", Set.of(Right.parse("incident:view"))));
  }

  /** The same people with three severities. */
  public static Team team() {
    return new Team(
        directory(),
        () ->
            List.of(
                level("Critical", CanonicalSeverity.CRITICAL, "data lost for everybody"),
                level("High", CanonicalSeverity.HIGH, "a part is down"),
                level("Low", CanonicalSeverity.LOW, "a nuisance")),
        List::of);
  }

  private static SeverityTarget level(String name, CanonicalSeverity level, String criteria) {
    var targets =
        new Targets(
            Optional.of(new Deadline.Within(Duration.ofMinutes(15))),
            Optional.of(new Deadline.Within(Duration.ofHours(1))),
            level == CanonicalSeverity.CRITICAL
                ? Optional.of(Duration.ofMinutes(30))
                : Optional.empty());
    return new SeverityTarget(new Severity(name, level), targets, Optional.of(criteria));
  }

  private static Person person(String id, String name, String role) {
    return new Person(new PersonId(id), name, ZoneId.of("Africa/Nairobi"), Set.of(role));
  }
}
