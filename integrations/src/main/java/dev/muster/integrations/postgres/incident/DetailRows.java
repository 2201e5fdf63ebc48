package dev.muster.integrations.postgres.incident;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Details;
import dev.muster.commands.incident.Role;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.suggested.SuggestedRows;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What people add to an incident, as names and texts in one column: empty for most, and then the
 * intake's way through the table is as short as before.
 */
final class DetailRows {

  private static final String ROLE = "role.";
  private static final String NAME = ".name";

  private DetailRows() {}

  /** Null for nothing. */
  static @Nullable String write(Details details) {
    var texts = new TreeMap<String, String>();
    details.crew().assignee().ifPresent(who -> put(texts, "assignee", who));
    details.crew().roles().forEach((role, who) -> put(texts, ROLE + role.word(), who));
    var times = details.times();
    put(texts, "startedAt", times.started());
    put(texts, "detectedAt", times.detected());
    put(texts, "etr", times.expectedOver());
    put(texts, "nextUpdateDue", times.nextUpdate());
    var findings = details.findings();
    put(texts, "affectedUsers", findings.affectedUsers());
    put(texts, "rootCause", findings.rootCause());
    put(texts, "resolution", findings.resolution());
    put(texts, "prevention", findings.prevention());
    put(texts, "overruled", details.overruled());
    put(texts, "reopenedAt", details.reopened());
    QuietRows.put(texts, details.quiet());
    SuggestedRows.put(texts, details.suggested());
    return texts.isEmpty() ? null : Json.write(texts);
  }

  static Details read(@Nullable String json) {
    if (json == null) {
      return Details.NONE;
    }
    var texts = Json.texts(json);
    return new Details(
        new Details.Crew(person(texts, "assignee"), roles(texts)),
        new Details.Times(
            time(texts, "startedAt"),
            time(texts, "detectedAt"),
            time(texts, "etr"),
            time(texts, "nextUpdateDue")),
        new Details.Findings(
            text(texts, "affectedUsers").map(Long::valueOf),
            text(texts, "rootCause"),
            text(texts, "resolution"),
            text(texts, "prevention")),
        text(texts, "overruled").map(CanonicalSeverity::valueOf),
        time(texts, "reopenedAt"),
        QuietRows.read(texts),
        SuggestedRows.read(texts));
  }

  private static void put(Map<String, String> texts, String name, Optional<?> value) {
    value.ifPresent(present -> texts.put(name, present.toString()));
  }

  private static void put(Map<String, String> texts, String name, Actor.Human who) {
    texts.put(name, who.key());
    texts.put(name + NAME, who.name());
  }

  private static Map<Role, Actor.Human> roles(Map<String, String> texts) {
    var roles = new EnumMap<Role, Actor.Human>(Role.class);
    for (var role : Role.values()) {
      person(texts, ROLE + role.word()).ifPresent(who -> roles.put(role, who));
    }
    return roles;
  }

  private static Optional<Actor.Human> person(Map<String, String> texts, String name) {
    return text(texts, name)
        .map(id -> new Actor.Human(new PersonId(id), texts.getOrDefault(name + NAME, id)));
  }

  private static Optional<Instant> time(Map<String, String> texts, String name) {
    return text(texts, name).map(Instant::parse);
  }

  private static Optional<String> text(Map<String, String> texts, String name) {
    return Optional.ofNullable(texts.get(name));
  }
}
