package dev.muster.integrations.postgres.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.incident.search.SearchWords;
import dev.muster.integrations.postgres.lists.TitleWords;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresIncidentSearchTest {

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final PostgresIncidentSearch search = new PostgresIncidentSearch(replica.database());

  @BeforeEach
  void open() {
    for (var title :
        List.of("database_down", "Slow database", "Zahlung läuft über", "p95 of api.v1")) {
      replica.intake().take(List.of(Webhooks.firing(title, clock.instant(), clock.instant())));
    }
  }

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void all_words_or_their_beginnings_find_the_newest_first() {
    assertThat(found("data")).containsExactly("Slow database", "database_down");
    assertThat(found("DOWN data")).containsExactly("database_down");
    assertThat(found("läuft")).containsExactly("Zahlung läuft über");
    assertThat(found("v1 p95")).containsExactly("p95 of api.v1");
    assertThat(found("down slow")).isEmpty();
  }

  @Test
  void no_more_are_found_than_asked_for() {
    assertThat(search.find(SearchWords.of("database"), 1)).hasSize(1);
  }

  @Test
  void what_is_older_than_the_latest_is_found_too() {
    replica
        .database()
        .with(handle ->
            handle.execute(
                """
                insert into incident
                select (jsonb_populate_record(incident, jsonb_build_object(
                  'id', nextval('incident_id'), 'group_key', 'later ' || n,
                  'title', case when n = 1 then 'fast database' else 'cpu high' end))).*
                from incident, generate_series(1, ?) n where title = 'Slow database'
                """,
                TitleWords.LATEST + 1));

    assertThat(found("data")).containsExactly("fast database", "Slow database", "database_down");
    assertThat(found("cpu")).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "' | !", "data & !", "%_", "a:*b", "<->", "\\", "½"})
  void nothing_that_is_typed_breaks_it(String typed) {
    assertThat(found(typed)).doesNotContain("Zahlung läuft über");
  }

  @Test
  void the_index_is_used() {
    var plan =
        replica
            .database()
            .with(handle -> {
              handle.execute("set enable_seqscan = off");
              handle.execute("set enable_indexscan = off");
              return handle
                  .createQuery(
                      "explain select id from incident where to_tsvector('simple',"
                          + " regexp_replace(title, '[^[:alnum:]]+', ' ', 'g'))"
                          + " @@ to_tsquery('simple', 'data:*')")
                  .mapTo(String.class)
                  .list();
            });

    assertThat(String.join("\n", plan)).contains("incident_title_words");
  }

  private List<String> found(String typed) {
    return search.find(SearchWords.of(typed), 10).stream()
        .map(incident -> incident.headline().title())
        .toList();
  }
}
