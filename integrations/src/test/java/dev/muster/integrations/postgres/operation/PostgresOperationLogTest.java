package dev.muster.integrations.postgres.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.operation.Account;
import dev.muster.commands.operation.Account.Part;
import dev.muster.commands.operation.Operation;
import dev.muster.commands.operation.Operation.Addendum;
import dev.muster.commands.operation.Operation.Entry;
import dev.muster.commands.operation.OperationFilter;
import dev.muster.commands.operation.OperationId;
import dev.muster.commands.operation.Trace;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.store.UnknownCursor;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.start.Footprint.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresOperationLogTest {

  private static final Instant AT = TestClock.START;
  private static final Who ADA = new Who("ada", "Ada");

  private final TestReplica replica = TestReplica.onNewDatabase(new TestClock());
  private final PostgresOperationLog log = new PostgresOperationLog(replica.database());

  @AfterEach
  void close() {
    replica.close();
  }

  private static Entry entry(Instant at, String what) {
    return new Entry(Account.of(at, what), ADA, AT, Optional.empty(), Optional.empty());
  }

  private List<OperationId> ids(OperationFilter filter) {
    return log.list(filter, PageRequest.first(10)).items().stream().map(Operation::id).toList();
  }

  @Test
  void what_is_written_is_read_again() {
    var account =
        new Account(
            AT,
            Optional.of(Duration.ofMinutes(20)),
            "Restarted api-1",
            "memory leak",
            "no errors any more",
            "took two tries",
            "find the leak");
    var entry =
        new Entry(account, ADA, AT, Optional.of(new RunId(3)), Optional.of(new IncidentId(4)));

    var id = log.add(entry);

    assertThat(log.find(id)).contains(new Operation(id, entry, List.of()));
    assertThat(log.of(new RunId(3))).map(Operation::id).contains(id);
    assertThat(log.of(new RunId(4))).isEmpty();
    assertThat(log.find(new OperationId(99))).isEmpty();
  }

  @Test
  void what_is_added_later_leaves_the_entry_as_it_was() {
    var id = log.add(entry(AT, "Restarted api-1"));
    var first = new Addendum(Part.ISSUES, "it came back", ADA, AT.plusSeconds(60));
    var second = new Addendum(Part.FOLLOW_UP, "raise the limit", ADA, AT.plusSeconds(60));
    var third = new Addendum(Part.ISSUES, "twice", new Who("bob", "Bob"), AT.plusSeconds(90));

    log.append(id, List.of(first, second));
    log.append(id, List.of(third));

    var found = log.find(id).orElseThrow();
    assertThat(found.entry()).isEqualTo(entry(AT, "Restarted api-1"));
    assertThat(found.addenda()).containsExactly(first, second, third);
    assertThat(found.addenda(Part.ISSUES)).containsExactly(first, third);
  }

  @Test
  void an_entry_tells_of_a_step_once_and_again_when_more_is_known_of_it() {
    var id = log.add(entry(AT, "Cleared the cache"));
    var step =
        new Trace(
            new RunId(3),
            new Mark(StepPath.of(Phase.STEPS, 1), "Clear", 1, false, Optional.empty()));
    var sure =
        new Trace(
            new RunId(3),
            new Mark(StepPath.of(Phase.STEPS, 1), "Clear", 1, true, Optional.empty()));
    var other =
        new Trace(
            new RunId(4),
            new Mark(StepPath.of(Phase.STEPS, 1), "Clear", 1, true, Optional.empty()));

    assertThat(log.tell(id, List.of(step))).containsExactly(step);
    assertThat(log.tell(id, List.of(step, other))).containsExactly(other);
    assertThat(log.tell(id, List.of(sure, other))).containsExactly(sure);
    assertThat(log.tell(id, List.of())).isEmpty();
    assertThat(log.tell(log.add(entry(AT, "Another")), List.of(sure))).containsExactly(sure);
  }

  @Test
  void the_latest_stand_first_and_pages_go_on_by_when_they_began() {
    var late = log.add(entry(AT, "one"));
    var early = log.add(entry(AT.minusSeconds(600), "two"));
    var same = log.add(entry(AT, "three"));

    assertThat(ids(OperationFilter.ALL)).containsExactly(same, late, early);
    var page = log.list(OperationFilter.ALL, PageRequest.first(2));
    assertThat(page.nextCursor()).contains(late.toString());
    var next = log.list(OperationFilter.ALL, new PageRequest(2, page.nextCursor()));
    assertThat(next.items()).extracting(Operation::id).containsExactly(early);
    assertThat(next.nextCursor()).isEmpty();
    assertThatThrownBy(() -> log.list(OperationFilter.ALL, new PageRequest(2, Optional.of("x"))))
        .isInstanceOf(UnknownCursor.class);
  }

  @Test
  void entries_are_found_by_time_and_by_words_also_by_those_that_were_added() {
    var one = log.add(entry(AT, "Restarted api-1, payments were slow"));
    var two = log.add(entry(AT.minus(Duration.ofDays(2)), "Raised max_connections"));
    log.append(two, List.of(new Addendum(Part.ISSUES, "Failover was needed", ADA, AT)));

    assertThat(ids(OperationFilter.ALL.about("PAY api"))).containsExactly(one);
    assertThat(ids(OperationFilter.ALL.about("failover"))).containsExactly(two);
    assertThat(ids(OperationFilter.ALL.about("max_connections"))).containsExactly(two);
    assertThat(ids(OperationFilter.ALL.about("ada"))).containsExactly(one, two);
    assertThat(ids(OperationFilter.ALL.about("pay failover"))).isEmpty();
    assertThat(ids(OperationFilter.ALL.about("'; drop table operation; --"))).isEmpty();
    assertThat(ids(OperationFilter.ALL.since(AT))).containsExactly(one);
    assertThat(ids(OperationFilter.ALL.until(AT))).containsExactly(two);
  }

  @Test
  void words_are_found_by_an_index() {
    var plan =
        replica
            .database()
            .with(handle -> {
              handle.execute(
                  """
                  insert into operation (began_at, what, reason, impact, issues, follow_up,
                    by_person, by_name, written_at, words)
                  select now() - n * interval '1 hour', 'x', '', '', '', '', 'a', 'A', now(),
                    'word' || n from generate_series(1, 20000) as n
                  """);
              handle.execute("analyze operation");
              return handle
                  .createQuery(
                      """
                      explain select * from operation
                      where to_tsvector('simple', words) @@ to_tsquery('simple', 'word77')
                      order by began_at desc, id desc limit 10
                      """)
                  .mapTo(String.class)
                  .list();
            });

    assertThat(String.join("\n", plan)).contains("operation_words");
  }
}
