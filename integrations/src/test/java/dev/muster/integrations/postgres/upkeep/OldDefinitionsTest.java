package dev.muster.integrations.postgres.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.commands.store.Retention;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.run.PostgresDefinitions;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.testing.TestRunbook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OldDefinitionsTest {

  private static final Duration IN_TIME = Duration.ofSeconds(30);
  private static final Duration A_YEAR_AND_A_DAY = Duration.ofDays(367);

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final Expiry expiry = new Expiry(replica.database());
  private final PostgresDefinitions definitions = over(replica);

  private PostgresDefinitions over(TestReplica one) {
    return new PostgresDefinitions(
        one.database(), _ -> Optional.empty(), (_, _) -> Optional.empty(), clock);
  }

  @BeforeEach
  void partitions() {
    assertThat(new Partitions(replica.database()).ensure(clock.instant())).isEmpty();
  }

  @AfterEach
  void close() {
    replica.close();
  }

  private static Definition definition(String hash) {
    return new Definition(TestRunbook.named("look").runbook(), "look.yaml", "text", hash);
  }

  private void run(TestReplica one, String definition, String nested) {
    one.database()
        .with(handle ->
            handle.execute(
                """
                insert into run (id, runbook, title, definition, requester, requester_name,
                  requested_at, dry, state, standing, phase, fence, origin, course)
                values (nextval('run_number'), 'look', 'Look', ?, 'devops', 'DevOps', ?, false,
                  'asking', 'GOOD', 'always', 0, cast(? as jsonb), '{}')
                """,
                definition,
                Rows.utc(clock.instant()),
                "{\"runbook\": {\"nested\": {%s}}}".formatted(nested)));
  }

  private List<String> drop() {
    return expiry.drop(Retention.USUAL, clock.instant());
  }

  private List<String> kept() {
    return replica
        .database()
        .with(handle ->
            handle
                .select("select hash from run_definition order by hash")
                .mapTo(String.class)
                .list());
  }

  @Test
  void a_text_goes_that_no_run_uses_or_may_start() {
    definitions.pin(List.of(definition("used"), definition("nested"), definition("unused")));
    run(replica, "used", "\"look\": \"nested\"");
    clock.advance(A_YEAR_AND_A_DAY);
    definitions.pin(List.of(definition("young")));

    assertThat(drop()).isEmpty();

    assertThat(kept()).containsExactly("nested", "used", "young");
  }

  @Test
  void a_text_stays_that_somebody_is_about_to_use() throws Exception {
    definitions.pin(List.of(definition("old")));
    clock.advance(A_YEAR_AND_A_DAY);

    try (var sibling = replica.sibling();
        var other = Executors.newSingleThreadExecutor()) {
      var upkeep =
          sibling
              .database()
              .inTransaction(() -> {
                over(sibling).pin(List.of(definition("old")));
                var dropping = other.submit(this::drop);
                await("it waits for the start").atMost(IN_TIME).until(() -> waiting() > 0);
                run(sibling, "old", "");
                return dropping;
              });
      upkeep.get();
    }

    assertThat(kept()).containsExactly("old");
  }

  @Test
  void whoever_starts_what_goes_just_then_writes_it_anew() throws Exception {
    definitions.pin(List.of(definition("old")));
    clock.advance(A_YEAR_AND_A_DAY);

    try (var sibling = replica.sibling();
        var other = Executors.newSingleThreadExecutor()) {
      var start =
          sibling
              .database()
              .inTransaction(() -> {
                sibling.database().with(handle -> handle.execute("delete from run_definition"));
                var pinning = other.submit(() -> definitions.pin(List.of(definition("old"))));
                await("it waits for the upkeep").atMost(IN_TIME).until(() -> waiting() > 0);
                return pinning;
              });
      start.get();
    }

    assertThat(kept()).containsExactly("old");
  }

  @Test
  void what_is_there_is_not_written_once_more() {
    definitions.pin(List.of(definition("there")));
    replica
        .database()
        .with(handle ->
            handle.execute(
                "alter table run_definition add constraint no check (hash <> 'there')"
                    + " not valid"));

    definitions.pin(List.of(definition("there"), definition("new"), definition("new")));

    assertThat(kept()).containsExactly("new", "there");
  }

  private long waiting() {
    return replica.count(
        """
        select count(*) from pg_stat_activity
        where wait_event_type = 'Lock' and wait_event <> 'advisory'
          and datname = current_database()
        """);
  }
}
