package dev.muster.integrations.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Place;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.command.IncidentCommands;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.runbook.message.Addressee;
import dev.muster.commands.runbook.message.Announcement;
import dev.muster.integrations.postgres.announce.PostgresAnnouncements;
import dev.muster.integrations.testing.FakeChat;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import dev.muster.runbooks.engine.port.RunLists.Line;
import dev.muster.runbooks.run.RunId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs whose incident goes into another, in a chat that fails the test on whatever comes twice. */
class MergedRunsTest {

  private static final Duration IN_TIME = Duration.ofSeconds(20);
  private static final Person DEVOPS =
      new Person(new PersonId("devops"), "DevOps Engineer", ZoneOffset.UTC, Set.of());

  private final InstantSource clock = InstantSource.system();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final TestShowing showing = new TestShowing(replica, TestReplica.PLATFORM);
  private final PostgresRunLists lists = new PostgresRunLists(replica.database());

  @BeforeEach
  void two_incidents() {
    var now = clock.instant();
    replica
        .intake()
        .take(Stream.of("one", "two").map(it -> Webhooks.firing(it, now, now)).toList());
  }

  @AfterEach
  void close() throws Exception {
    showing.runs().close();
    replica.close();
  }

  private void merge(TestReplica own, String from, String into) {
    var team = new Team(new Directory(List.of(DEVOPS), Map.of()), List::of, List::of);
    var all = IncidentCommands.all(own.incidents(), own.merges(), own.posts(), team, clock);
    var place = new Place("web", "incidents", Optional.empty());
    var invocation = new Invocation(DEVOPS, place, "/incident merge", "r1");
    own.database()
        .inTransaction(() ->
            new CommandTable(all)
                .find("incident merge")
                .orElseThrow()
                .run(invocation, List.of(from, into)));
  }

  private List<RunId> open(long incident) {
    return lists.openOf(incident, 10).stream().map(Line::id).toList();
  }

  private List<String> timeline(long incident) {
    return replica
        .database()
        .with(handle ->
            handle
                .createQuery(
                    "select text from timeline_entry where incident_id = :id order by at, id")
                .bind("id", incident)
                .mapTo(String.class)
                .list());
  }

  @Test
  void they_are_among_the_runs_of_the_other_also_through_two_merges() {
    var run = showing.startIn("asks", 2);
    assertThat(open(1)).isEmpty();

    merge(replica, "2", "1");

    assertThat(open(1)).containsExactly(run);
    assertThat(open(2)).containsExactly(run);
    assertThat(lists.of(1, 10)).extracting(Line::incident).containsExactly(Optional.of(1L));
    assertThat(lists.incidentOf(run)).contains(1L);
    var now = clock.instant();
    replica.intake().take(List.of(Webhooks.firing("three", now, now)));
    var other = showing.startIn("asks", 3);
    merge(replica, "1", "3");
    assertThat(open(3)).containsExactly(other, run);
    assertThat(open(1)).containsExactly(other, run);
    assertThat(timeline(3)).anySatisfy(it -> assertThat(it).contains("; its run " + run + " (A"));
  }

  @Test
  void whoever_goes_on_in_the_other_is_told_of_them_and_of_their_end() throws Exception {
    var chat = new FakeChat(TestReplica.PLATFORM);
    try (var _ = showing.show(chat)) {
      var posts = Map.of(true, chat.nextPost("incidents"), false, chat.nextPost("incidents"));
      var isInOrder = posts.get(true).text().contains("one");
      var one = posts.get(isInOrder);
      var two = posts.get(!isInOrder);
      chat.nextReply(one.ref());
      chat.nextReply(two.ref());
      var run = showing.startIn("asks", 2);
      var post = chat.nextReply(two.ref());
      showing.runs().worker().work(run);
      var asked = chat.nextReply(two.ref());

      merge(replica, "2", "1");

      assertThat(chat.nextReply(two.ref()).text()).contains("It goes on there");
      assertThat(chat.nextReply(one.ref()).text())
          .endsWith("Its run goes on here: Run " + run + " · A test · waits for people");
      showing.runs().approve(run, TestRuns.LEAD);
      chat.awaitVersion(asked.ref(), 2);
      showing.runs().worker().work(run);
      assertThat(chat.nextReply(one.ref()).text()).startsWith("Run " + run + ", A test: done in");
      assertThat(timeline(1)).anySatisfy(it -> assertThat(it).startsWith("Approved run " + run));
      assertThat(timeline(1).getLast()).startsWith("Run " + run).contains("done in");
      await("all shown").atMost(IN_TIME).until(() -> showing.left() == 0);
      chat.awaitVersion(post.ref(), showing.wanted(run));
      chat.awaitVersion(one.ref(), version(1));
      chat.awaitVersion(two.ref(), version(2));
      chat.assertNothingElse();
    }
  }

  private long version(long incident) {
    return replica.count("select version from incident where id = " + incident);
  }

  @Test
  void what_becomes_of_one_at_the_moment_of_the_merge_is_told_where_it_goes_on() throws Exception {
    var run = showing.startIn("look", 2);
    try (var sibling = replica.sibling()) {
      var worked =
          sibling
              .database()
              .inTransaction(() -> {
                merge(sibling, "2", "1");
                var works = CompletableFuture.runAsync(() -> work(run));
                await("it waits for the merge")
                    .atMost(IN_TIME)
                    .until(() -> replica.lockWaits() > 0);
                return works;
              });
      worked.join();
    }

    assertThat(showing.runs().get(run).hasSucceeded()).isTrue();
    assertThat(timeline(1)).anySatisfy(it -> assertThat(it).contains("done in"));
    assertThat(replies()).anySatisfy(it -> assertThat(it).startsWith("1:run:" + run + ":ended"));
  }

  private void work(RunId run) {
    try {
      showing.runs().worker().work(run);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_a_step_says_in_the_thread_is_said_where_it_goes_on() {
    merge(replica, "2", "1");
    var places = new PostgresAnnouncements.Places(_ -> Set.of(), _ -> Optional.empty());
    var said = new PostgresAnnouncements(replica.database(), replica.work(), places, clock);

    said.say(
        Optional.empty(),
        "key",
        new Announcement(new Addressee.Thread(new IncidentId(2)), Message.of("Look here")));

    assertThat(replies()).contains("1:key").doesNotContain("2:key");
  }

  /** Those that are to be said, by their keys. */
  private List<String> replies() {
    return replica
        .database()
        .with(handle ->
            handle
                .createQuery(
                    """
                    select substring(task_instance from '^[0-9.]+:(.*)/') from scheduled_tasks
                    where task_name = 'thread-reply'
                    """)
                .mapTo(String.class)
                .list());
  }
}
