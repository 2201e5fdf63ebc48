package dev.muster.integrations.postgres.incident;

import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Details.Quiet;
import dev.muster.commands.incident.Details.Snooze;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What nobody wants to hear of an incident for a while, as names and texts among its details. */
final class QuietRows {

  /** What stands behind it is the number of a silence. */
  static final String SILENCED = "silenced.";

  private static final String UNTIL = "snoozedUntil";
  private static final String SINCE = "snoozedAt";
  private static final String BY = "snoozedBy";
  private static final String NAME = "snoozedBy.name";
  private static final String REASON = "snoozeReason";

  private QuietRows() {}

  static void put(Map<String, String> texts, Quiet quiet) {
    quiet
        .snooze()
        .ifPresent(snooze -> {
          texts.put(UNTIL, snooze.until().toString());
          texts.put(SINCE, snooze.change().at().toString());
          texts.put(BY, snooze.change().by().key());
          texts.put(NAME, snooze.change().by().name());
          snooze.reason().ifPresent(reason -> texts.put(REASON, reason));
        });
    quiet.silences().forEach((silence, until) -> texts.put(SILENCED + silence, until.toString()));
  }

  static Quiet read(Map<String, String> texts) {
    var silences = new HashMap<Long, Instant>();
    texts.forEach((name, text) -> {
      if (name.startsWith(SILENCED)) {
        silences.put(Long.valueOf(name.substring(SILENCED.length())), Instant.parse(text));
      }
    });
    return new Quiet(snooze(texts), silences);
  }

  private static Optional<Snooze> snooze(Map<String, String> texts) {
    var until = texts.get(UNTIL);
    if (until == null) {
      return Optional.empty();
    }
    var by = texts.getOrDefault(BY, "");
    var actor = IncidentRows.actor(by, texts.getOrDefault(NAME, by));
    return Optional.of(
        new Snooze(
            Instant.parse(until),
            new Change(Instant.parse(texts.getOrDefault(SINCE, until)), actor),
            Optional.ofNullable(texts.get(REASON))));
  }
}
