package dev.muster.integrations.postgres.run;

import static dev.muster.integrations.postgres.run.TestRuns.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.engine.port.RunLists;
import dev.muster.runbooks.engine.port.RunLists.Line;
import dev.muster.runbooks.engine.port.RunLists.Which;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.Verdict.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresRunListsTest {

  private final TestReplica replica = TestReplica.onNewDatabase(new TestClock());
  private final TestRuns runs = TestRuns.on(replica);
  private final RunLists lists = new PostgresRunLists(replica.database());

  private RunId asking;
  private RunId cancelled;
  private RunId running;

  @BeforeEach
  void three_runs() throws Exception {
    runs.knows("test", "steps:\n  - {id: go, uses: approve, with: {message: \"Go?\"}}\n");
    asking = runs.start("test");
    runs.worker().work(asking);
    cancelled = runs.start("test");
    runs.worker().work(cancelled);
    runs.hands().cancel(cancelled, LEAD, false);
    runs.worker().work(cancelled);
    running = runs.start("test");
  }

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void each_is_listed_where_it_belongs_newest_first() {
    assertThat(ids(Which.ALL)).containsExactly(running, cancelled, asking);
    assertThat(ids(Which.RUNNING)).containsExactly(running);
    assertThat(ids(Which.WAITING)).containsExactly(asking);
    assertThat(ids(Which.ENDED)).containsExactly(cancelled);
    assertThat(lists.open()).isEqualTo(Map.of("running", 1L, "asking", 1L));
  }

  @Test
  void of_a_runbook_those_are_open_that_no_run_started() throws Exception {
    runs.knows("outer", "steps: [{id: in, uses: runbook, with: {runbook: test}}]\n");
    var outer = runs.start("outer");
    runs.worker().work(outer);

    assertThat(lists.openOf("test", 5)).extracting(Line::id).containsExactly(running, asking);
    assertThat(lists.openOf("test", 1)).extracting(Line::id).containsExactly(running);
    assertThat(lists.openOf("nothing", 5)).isEmpty();
  }

  @Test
  void all_of_a_runbook_that_are_open_are_also_those_that_a_run_started() throws Exception {
    runs.knows("outer", "steps: [{id: in, uses: runbook, with: {runbook: test}}]\n");
    var outer = runs.start("outer");
    runs.worker().work(outer);
    var inner = new PostgresRunLists(replica.database()).startedBy(outer).getFirst();

    assertThat(lists.allOpenOf("test", 5))
        .extracting(Line::id)
        .containsExactly(inner, running, asking);
    assertThat(lists.allOpenOf("test", 1)).extracting(Line::id).containsExactly(inner);
    assertThat(lists.allOpenOf("nothing", 5)).isEmpty();
  }

  @Test
  void those_that_there_still_are_are_known() {
    assertThat(lists.kept(List.of(asking, new RunId(99)))).containsExactly(asking);
    assertThat(lists.kept(List.of())).isEmpty();
  }

  @Test
  void what_is_not_over_is_found_with_the_step_that_it_is_at() {
    var where = lists.where(List.of(asking, cancelled, running, new RunId(99)));
    assertThat(where).extracting(Run::id).containsExactlyInAnyOrder(asking, running);
    var asked = where.stream().filter(run -> run.id().equals(asking)).findFirst().orElseThrow();
    assertThat(asked.question().orElseThrow().question().words()).isEqualTo("Go?");
    assertThat(lists.where(List.of())).isEmpty();
  }

  @Test
  void a_page_begins_after_the_one_before() {
    assertThat(lists.list(Which.ALL, Optional.of(cancelled), 5))
        .extracting(Line::id)
        .containsExactly(asking);
    assertThat(lists.list(Which.ALL, Optional.empty(), 2)).hasSize(2);
  }

  @Test
  void a_line_says_how_it_ended_and_for_whom_it_was() {
    assertThat(lists.list(Which.ENDED, Optional.empty(), 5))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.standing()).isEqualTo(Standing.CANCELLED);
          assertThat(line.requester()).isEqualTo(TestRuns.DEVOPS);
          assertThat(line.endedAt()).contains(TestClock.START);
        });
    assertThat(lists.of(7, 5)).isEmpty();
  }

  @Test
  void of_an_incident_those_are_open_that_people_have_to_do_with() throws Exception {
    runs.knows("outer", "steps: [{id: in, uses: runbook, with: {runbook: test}}]\n");
    var over = startFor(7, "test");
    runs.hands().cancel(over, LEAD, false);
    runs.worker().work(over);
    startFor(8, "test");
    var outer = startFor(7, "outer");
    runs.worker().work(outer);
    assertThat(openOf(7)).containsExactly(outer);

    var inner = new PostgresRunLists(replica.database()).startedBy(outer).getFirst();
    runs.worker().work(inner);
    assertThat(openOf(7)).containsExactly(inner, outer);
    assertThat(lists.openOf(7, 1)).extracting(Line::id).containsExactly(inner);
    assertThat(lists.of(7, 5)).extracting(Line::id).containsExactly(inner, outer, over);
  }

  private RunId startFor(long incident, String runbook) {
    return runs.start(runbook, Optional.of(new Attempt.Place("incidents", Optional.of(incident))));
  }

  private List<RunId> openOf(long incident) {
    return lists.openOf(incident, 10).stream().map(Line::id).toList();
  }

  private List<RunId> ids(Which which) {
    return lists.list(which, Optional.empty(), 10).stream().map(Line::id).toList();
  }
}
