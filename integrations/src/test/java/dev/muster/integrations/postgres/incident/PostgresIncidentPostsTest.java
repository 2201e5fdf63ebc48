package dev.muster.integrations.postgres.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.PostRef;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.PostRefresh.Shown;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresIncidentPostsTest {

  private static final IncidentId ID = new IncidentId(1);
  private static final PostRef POST = new PostRef("fake", "C1", "m1");

  /** As the intake wrote its row. */
  private static final long WORK = 1;

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final PostgresIncidentPosts posts = replica.posts();

  @BeforeEach
  void openAnIncidentOfVersionTwo() {
    var now = clock.instant();
    replica.intake().take(List.of(Webhooks.firing("cpu", now, now)));
  }

  @AfterEach
  void close() {
    replica.close();
  }

  private boolean note(long version) {
    return posts.finish(new Shown(ID, POST, version, false), WORK);
  }

  private long refreshes() {
    return replica.count("select count(*) from scheduled_tasks where task_name = 'refresh-post'");
  }

  @Test
  void what_shows_the_incidents_version_is_the_latest() {
    assertThat(note(1)).isFalse();
    assertThat(note(2)).isTrue();
  }

  @Test
  void what_comes_after_a_newer_one_is_not_the_latest() {
    note(2);

    assertThat(note(1)).isFalse();
    assertThat(replica.count("select rendered_version from incident_post")).isEqualTo(2);
  }

  @Test
  void work_is_done_when_the_latest_is_shown_and_not_before() {
    note(1);
    assertThat(refreshes()).isEqualTo(1);

    note(2);
    assertThat(refreshes()).isZero();
  }

  @Test
  void work_that_another_replica_took_over_stays() {
    replica.database().with(handle -> handle.execute("update scheduled_tasks set version = 2"));

    note(2);

    assertThat(refreshes()).isEqualTo(1);
  }

  @Test
  void an_incident_stands_beside_its_post() {
    assertThat(posts.standing(ID, "fake").orElseThrow().post()).isEmpty();

    note(2);

    var standing = posts.standing(ID, "fake").orElseThrow();
    assertThat(standing.incident()).isEqualTo(replica.incidents().find(ID).orElseThrow());
    assertThat(standing.post()).contains(POST);
    assertThat(posts.standing(ID, "other").orElseThrow().post()).isEmpty();
    assertThat(posts.standing(new IncidentId(9), "fake")).isEmpty();
  }

  @Test
  void the_thread_of_a_post_belongs_to_its_incident() {
    note(2);

    assertThat(posts.incidentAt(new Place("fake", "C1", Optional.of("m1")))).contains(ID);
    assertThat(posts.incidentAt(new Place("fake", "C1", Optional.empty()))).isEmpty();
    assertThat(posts.incidentAt(new Place("fake", "C1", Optional.of("m2")))).isEmpty();
    assertThat(posts.incidentAt(new Place("fake", "C2", Optional.of("m1")))).isEmpty();
    assertThat(posts.incidentAt(new Place("web", "C1", Optional.of("m1")))).isEmpty();
  }

  @Test
  void what_an_older_state_may_have_been_put_over_is_shown_again() {
    note(2);
    assertThat(refreshes()).isZero();

    note(1);

    assertThat(refreshes()).isEqualTo(1);
  }

  @Test
  void a_post_that_was_replaced_is_known_as_the_second() {
    note(2);
    assertThat(posts.standing(ID, "fake").orElseThrow().isReplaced()).isFalse();

    var second = new PostRef("fake", "C1", "m2");
    posts.finish(new Shown(ID, second, 2, false), 1);

    var standing = posts.standing(ID, "fake").orElseThrow();
    assertThat(standing.post()).contains(second);
    assertThat(standing.isReplaced()).isTrue();
  }
}
