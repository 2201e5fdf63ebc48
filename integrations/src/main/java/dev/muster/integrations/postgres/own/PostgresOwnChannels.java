package dev.muster.integrations.postgres.own;

import dev.muster.commands.chat.Message;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.incident.own.OwnState;
import dev.muster.commands.incident.own.OwnState.Phase;
import dev.muster.commands.incident.own.OwnStore;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.incident.IncidentRows;
import dev.muster.integrations.postgres.trouble.FailureNotes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Incidents' own channels in PostgreSQL, with the work that they cause. */
public final class PostgresOwnChannels implements OwnStore {

  private final Database database;
  private final WorkRows work;
  private final FailureNotes notes;
  private final InstantSource clock;

  public PostgresOwnChannels(Database database, WorkRows work, InstantSource clock) {
    this.database = database;
    this.work = work;
    this.notes = new FailureNotes(database, clock);
    this.clock = clock;
  }

  /** In the running transaction: what is said of the incident waits from now on. */
  void want(IncidentId incident, String platform, String name) {
    var state = OwnState.wanted(incident, platform, name, clock.instant());
    database.with(handle ->
        handle
            .createUpdate(
                """
                insert into incident_channel
                    (incident_id, platform, wanted_at, name, phase, version, topic, done, trouble)
                values (:id, :platform, :wanted, :name, :phase, 0, '', '{}', '')
                on conflict do nothing
                """)
            .bind("id", incident.value())
            .bind("platform", platform)
            .bind("wanted", Rows.utc(state.wantedAt()))
            .bind("name", name)
            .bind("phase", state.phase().name())
            .execute());
    work.ownChannel(incident, platform);
  }

  @Override
  public Optional<OwnState> find(IncidentId incident, String platform) {
    return database.with(handle ->
        handle
            .createQuery(
                "select * from incident_channel where incident_id = :id and platform = :platform")
            .bind("id", incident.value())
            .bind("platform", platform)
            .map((row, _) -> read(row))
            .findOne());
  }

  /** The incident that has the channel for itself. */
  public Optional<IncidentId> incidentIn(String platform, String channel) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select incident_id from incident_channel
                where platform = :platform and channel = :channel
                """)
            .bind("platform", platform)
            .bind("channel", channel)
            .mapTo(Long.class)
            .findOne()
            .map(IncidentId::new));
  }

  @Override
  public void save(OwnState state) {
    var shown = state.shown();
    database.with(handle ->
        handle
            .createUpdate(
                """
                update incident_channel set name = :name, phase = :phase, channel = :channel,
                    post = :post, version = :version, topic = :topic, done = :done,
                    trouble = :trouble
                where incident_id = :id and platform = :platform
                """)
            .bind("id", state.incident().value())
            .bind("platform", state.platform())
            .bind("name", state.room().name())
            .bind("phase", state.phase().name())
            .bind("channel", state.room().channel().orElse(null))
            .bind("post", shown.post().orElse(null))
            .bind("version", shown.version())
            .bind("topic", shown.topic())
            .bind("done", shown.done().toArray(String[]::new))
            .bind("trouble", shown.trouble())
            .execute());
  }

  @Override
  public void saveOpen(OwnState state) {
    database.inTransaction(() -> {
      lock(state.incident());
      save(state);
      pointAnew(state);
    });
  }

  @Override
  public void saveTrouble(OwnState state) {
    database.inTransaction(() -> {
      save(state);
      notes.write(
          state.incident(),
          "Not all of #%s in %s is as it should be: %s."
              .formatted(state.room().name(), state.platform(), state.shown().trouble()));
    });
  }

  /**
   * Whatever is to be said of the incident goes into the thread of its post, where that is told and
   * in the other chats.
   */
  public void saveThread(OwnState state, String why) {
    database.inTransaction(() -> {
      notes.write(state.incident(), why);
      save(state);
      var key =
          "%d:own:%s:%d".formatted(state.incident().value(), state.platform(), clock.millis());
      work.append(List.of(new ThreadReply(state.incident(), key, Message.of(why))));
      pointAnew(state);
    });
  }

  /** Has the post in a channel edited although it is thought to be up to date. */
  public void showAnew(IncidentId incident, String platform) {
    work.ownChannelAnew(incident, platform);
  }

  /** Gives the latest version of an incident, while nobody can change it. */
  public void underLock(IncidentId incident, LongConsumer decide) {
    database.inTransaction(() -> lock(incident).ifPresent(decide::accept));
  }

  @Override
  public Optional<PersonId> declarer(IncidentId incident) {
    return database
        .with(handle ->
            handle
                .createQuery(
                    """
                    select actor, actor_name from timeline_entry
                    where incident_id = :id and kind = 'OPENED' order by at, id limit 1
                    """)
                .bind("id", incident.value())
                .map((row, _) ->
                    IncidentRows.actor(row.getString("actor"), row.getString("actor_name")))
                .findOne())
        .filter(Actor.Human.class::isInstance)
        .map(who -> ((Actor.Human) who).id());
  }

  /** The way to the channel stands in the incident's post, and what waited for it is said. */
  private void pointAnew(OwnState state) {
    work.refreshPost(state.incident(), state.platform());
    work.wakeReplies(state.incident(), state.platform());
  }

  private Optional<Long> lock(IncidentId incident) {
    return database.with(handle ->
        handle
            .createQuery("select version from incident where id = :id for update")
            .bind("id", incident.value())
            .mapTo(Long.class)
            .findOne());
  }

  private static OwnState read(ResultSet row) throws SQLException {
    return new OwnState(
        new IncidentId(row.getLong("incident_id")),
        row.getString("platform"),
        Rows.instant(row, "wanted_at"),
        new OwnState.Room(
            row.getString("name"),
            Phase.valueOf(row.getString("phase")),
            Rows.optionalText(row, "channel")),
        new OwnState.Shown(
            Rows.optionalText(row, "post"),
            row.getLong("version"),
            row.getString("topic"),
            new HashSet<>(Rows.texts(row, "done")),
            row.getString("trouble")));
  }
}
