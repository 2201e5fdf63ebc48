package dev.muster.integrations.postgres.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.run.PostgresDefinitions;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.testing.TestRunbook;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class OldDefinitionsTest {

  @AutoClose private final TestUpkeep upkeep = new TestUpkeep();
  private final TestClock clock = upkeep.clock();
  private final TestReplica replica = upkeep.replica();
  private final PostgresDefinitions definitions = over(replica);

  private PostgresDefinitions over(TestReplica one) {
    return new PostgresDefinitions(
        one.database(), _ -> Optional.empty(), (_, _) -> Optional.empty(), clock);
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
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY);
    definitions.pin(List.of(definition("young")));

    assertThat(upkeep.drop()).isEmpty();

    assertThat(kept()).containsExactly("nested", "used", "young");
  }

  @Test
  void a_text_stays_that_somebody_is_about_to_use() throws Exception {
    definitions.pin(List.of(definition("old")));
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY);

    try (var sibling = replica.sibling();
        var other = Executors.newSingleThreadExecutor()) {
      var dropped =
          sibling
              .database()
              .inTransaction(() -> {
                over(sibling).pin(List.of(definition("old")));
                var dropping = other.submit(upkeep::drop);
                await("it waits for the start")
                    .atMost(TestUpkeep.IN_TIME)
                    .until(() -> replica.lockWaits() > 0);
                run(sibling, "old", "");
                return dropping;
              });
      dropped.get();
    }

    assertThat(kept()).containsExactly("old");
  }

  @Test
  void whoever_starts_what_goes_just_then_writes_it_anew() throws Exception {
    definitions.pin(List.of(definition("old")));
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY);

    try (var sibling = replica.sibling();
        var other = Executors.newSingleThreadExecutor()) {
      var start =
          sibling
              .database()
              .inTransaction(() -> {
                sibling.database().with(handle -> handle.execute("delete from run_definition"));
                var pinning = other.submit(() -> definitions.pin(List.of(definition("old"))));
                await("it waits for the upkeep")
                    .atMost(TestUpkeep.IN_TIME)
                    .until(() -> replica.lockWaits() > 0);
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
}
