package dev.muster.commands.testing;

import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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

  private static Person person(String id, String name, String role) {
    return new Person(new PersonId(id), name, ZoneId.of("Africa/Nairobi"), Set.of(role));
  }
}
