package dev.muster.integrations.postgres.run.post;

import dev.muster.commands.chat.Message;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.runbook.live.RunThreads;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.incident.TimelineRows;
import dev.muster.integrations.postgres.run.Homes;
import dev.muster.integrations.postgres.run.RunNotices;
import dev.muster.integrations.postgres.run.RunRefreshes;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.Who;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What is told of runs besides, as rows of the running transaction. Thread-safe. */
public final class PostgresRunThreads implements RunThreads {

  private final Database database;
  private final WorkRows work;
  private final InstantSource clock;
  private final RunNotices notices;

  public PostgresRunThreads(Database database, WorkRows work, InstantSource clock) {
    this.database = database;
    this.work = work;
    this.clock = clock;
    this.notices =
        new RunNotices(database, new RunRefreshes(database, clock, work::wakeAfterCommit));
  }

  /** Below its own message it comes with the next refresh, which every change of a run asks for. */
  @Override
  public void append(Run run, String key, Message message) {
    var incident = lockIncident(run);
    if (incident.isPresent()) {
      var unique = incident.get().value() + ":run:" + run.id() + ":" + key;
      work.append(List.of(new ThreadReply(incident.get(), unique, message)));
      return;
    }
    database.with(handle ->
        handle
            .createUpdate(
                """
                insert into run_news (run_id, key, message)
                values (:run, :key, cast(:message as jsonb)) on conflict do nothing
                """)
            .bind("run", run.id().value())
            .bind("key", key)
            .bind("message", Json.write(message))
            .execute());
  }

  /** Where it is shown is known by then: that is written first. */
  @Override
  public void ask(Run run, String key, Message message) {
    notices.ask(run.id(), key);
    append(run, key, message);
  }

  @Override
  public void answered(Run run, String key, Message answer) {
    notices.answer(run.id(), key, answer);
  }

  @Override
  public void note(Run run, Who by, String text) {
    lockIncident(run)
        .ifPresent(incident -> {
          var entry =
              new TimelineEntry(
                  incident, clock.instant(), Kind.RUNBOOK, actor(by), text, Optional.empty());
          database.with(handle -> TimelineRows.append(List.of(entry)).send(handle));
        });
  }

  private static Actor actor(Who who) {
    return who.isPerson()
        ? new Actor.Human(new PersonId(who.id()), who.name())
        : new Actor.Muster();
  }

  /** The order of its replies is that of its versions. */
  private Optional<IncidentId> lockIncident(Run run) {
    return run.origin()
        .place()
        .flatMap(place -> place.incident())
        .flatMap(id -> Homes.lock(database, id));
  }
}
