package dev.muster.integrations.postgres.announce;

import dev.muster.commands.alert.Recipient;
import dev.muster.commands.chat.Message;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.runbook.message.Addressee;
import dev.muster.commands.runbook.message.Announcement;
import dev.muster.commands.runbook.message.Announcements;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.run.Homes;
import dev.muster.runbooks.run.RunId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps each key for ever, or as long as its run, and in the same transaction writes the work that
 * says it. Thread-safe.
 */
public final class PostgresAnnouncements implements Announcements {

  private final Database database;
  private final WorkRows work;
  private final Places places;
  private final InstantSource clock;

  public PostgresAnnouncements(
      Database database, WorkRows work, Places places, InstantSource clock) {
    this.database = database;
    this.work = work;
    this.places = places;
    this.clock = clock;
  }

  /**
   * Where things can be said as configured now.
   *
   * @param platforms the chats that have a channel of that name; empty: there is no such channel
   * @param addresses where mail for somebody goes
   */
  public record Places(
      Function<String, Set<String>> platforms, Function<Recipient, Optional<String>> addresses) {}

  @Override
  public void say(Optional<RunId> run, String key, Announcement announcement) {
    database.inTransaction(() -> {
      if (claim(run, key)) {
        say(key, announcement.to(), announcement.message());
      }
      return key;
    });
  }

  @Override
  public boolean claim(Optional<RunId> run, String key) {
    return database.with(handle ->
        handle
            .createUpdate(
                """
                insert into announcement (key, run_id, at) values (:key, :run, :at)
                on conflict do nothing
                """)
            .bind("key", key)
            .bind("run", run.map(RunId::value).orElse(null))
            .bind("at", Rows.utc(clock.instant()))
            .execute())
        > 0;
  }

  private void say(String key, Addressee to, Message message) {
    switch (to) {
      case Addressee.Thread(var incident) -> reply(incident, key, message);
      case Addressee.Channel(var name) ->
          places
              .platforms()
              .apply(name)
              .forEach(platform -> ask(new Spoken(key, name, message), platform));
      case Addressee.Mailed(var recipient) ->
          ask(new Spoken(key, recipient.word(), message), AnnouncementTask.MAIL);
    }
  }

  /** Under the incident's lock, as all replies are added; where it goes on by now. */
  private void reply(IncidentId named, String key, Message message) {
    var incident = Homes.lock(database, named.value()).orElse(named);
    work.append(List.of(new ThreadReply(incident, incident.value() + ":" + key, message)));
  }

  private void ask(Spoken spoken, String platform) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                insert into scheduled_tasks
                    (task_name, task_instance, task_data, execution_time, picked, version)
                values (:task, :instance, :data, :now, false, 1) on conflict do nothing
                """)
            .bind("task", AnnouncementTask.NAME)
            .bind("instance", spoken.key() + "@" + platform)
            .bind("data", Json.writeBytes(spoken))
            .bind("now", Rows.utc(clock.instant()))
            .execute());
    work.wakeAfterCommit();
  }

  @Override
  public boolean isSaid(String key) {
    return database.with(handle ->
        handle
            .createQuery("select exists (select 1 from announcement where key = :key)")
            .bind("key", key)
            .mapTo(Boolean.class)
            .one());
  }

  @Override
  public Optional<String> hindrance(Addressee to) {
    return switch (to) {
      case Addressee.Thread _ -> Optional.empty();
      case Addressee.Channel(var name) ->
          places.platforms().apply(name).isEmpty()
              ? Optional.of(
                  "there is no channel `%s` in muster.yaml; add it under `channels`"
                      .formatted(name))
              : Optional.empty();
      case Addressee.Mailed(var recipient) ->
          places.addresses().apply(recipient).isEmpty()
              ? Optional.of(
                  "muster.yaml has no mail address for `%s`; add one".formatted(recipient.word()))
              : Optional.empty();
    };
  }
}
