package dev.muster.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.PostRefresh.Shown;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkRowsTest {

  private static final IncidentId ID = new IncidentId(1);
  private static final String HELLO = "000000000001.000000000000.0001:1:hello";

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final Database database = replica.database();
  private final AtomicInteger wakings = new AtomicInteger();
  private final WorkRows work =
      new WorkRows(
          database, clock, Mirrors.everywhere(List.of("one", "two")), wakings::incrementAndGet);

  @AfterEach
  void close() {
    replica.close();
  }

  private List<String> instances() {
    return database.with(handle ->
        handle
            .select("select task_instance from scheduled_tasks order by 1")
            .mapTo(String.class)
            .list());
  }

  private static ThreadReply reply(String key) {
    return new ThreadReply(ID, key, Message.of("hello"));
  }

  @Test
  void work_is_due_at_once_and_in_every_chat() {
    database.inTransaction(() -> {
      work.refreshPosts(List.of(ID));
      work.append(List.of(reply("1:hello")));
    });

    assertThat(instances()).containsExactly(HELLO + "/one", HELLO + "/two", "1/one", "1/two");
    assertThat(dueAt("1/one")).isEqualTo(clock.instant());
  }

  @Test
  void replies_sleep_until_their_root_is_there_and_are_due_then() {
    database.inTransaction(() -> work.append(List.of(reply("1:hello"))));
    assertThat(dueAt(HELLO + "/one")).isAfter(clock.instant());
    assertThat(wakings).hasValue(0);

    work.wakeReplies(ID, "one");

    assertThat(dueAt(HELLO + "/one")).isEqualTo(clock.instant());
    assertThat(dueAt(HELLO + "/two")).isAfter(clock.instant());
    assertThat(wakings).hasPositiveValue();
  }

  @Test
  void replies_have_ids_in_their_order() {
    var now = clock.instant();
    replica.intake().take(List.of(Webhooks.firing("cpu", now, now)));
    database.with(handle -> handle.execute("delete from scheduled_tasks"));
    var earlier = reply("1:zebra");
    database.inTransaction(() -> work.append(List.of(earlier)));
    database.with(handle -> handle.execute("update incident set version = 10"));

    database.inTransaction(() -> work.append(List.of(reply("1:monkey"), reply("1:ape"))));

    assertThat(instances())
        .filteredOn(instance -> instance.endsWith("/one"))
        .containsExactly(
            "000000000001.000000000002.0001:1:zebra/one",
            "000000000001.000000000010.0001:1:monkey/one",
            "000000000001.000000000010.0002:1:ape/one");
  }

  @Test
  void work_that_is_there_stays_as_it_is_and_the_transaction_goes_on() {
    database.inTransaction(() -> work.refreshPosts(List.of(ID)));
    database.with(handle -> handle.execute("update scheduled_tasks set picked = true"));

    database.inTransaction(() -> {
      work.refreshPosts(List.of(ID));
      work.append(List.of(reply("1:hello")));
      work.append(List.of(reply("1:hello")));
      assertThat(instances()).hasSize(4);
    });

    assertThat(replica.count("select count(*) from scheduled_tasks where picked")).isEqualTo(2);
  }

  @Test
  void the_scheduler_is_woken_after_the_commit_and_only_then() {
    database.inTransaction(() -> {
      work.refreshPosts(List.of(ID));
      assertThat(wakings).hasValue(0);
    });
    assertThat(wakings).hasPositiveValue();

    wakings.set(0);
    assertThatThrownBy(() ->
            database.inTransaction(() -> {
              work.refreshPosts(List.of(new IncidentId(2)));
              work.append(List.of(reply("1:never")));
              throw new IllegalStateException("no");
            }))
        .hasMessage("no");
    assertThat(wakings).hasValue(0);
    assertThat(instances()).noneMatch(instance -> instance.contains("never"));
  }

  @Test
  void a_post_that_was_edited_a_moment_ago_waits_its_turn() {
    var now = clock.instant();
    replica.intake().take(List.of(Webhooks.firing("cpu", now, now)));
    database.with(handle -> handle.execute("delete from scheduled_tasks"));
    var shown = new Shown(ID, new PostRef("one", "C1", "m1"), 2, false);
    assertThat(replica.posts().finish(shown, 1)).isTrue();

    database.inTransaction(() -> work.refreshPosts(List.of(ID)));

    assertThat(wakings).hasPositiveValue();
    assertThat(dueAt("1/one")).isEqualTo(now.plusSeconds(1));
    assertThat(dueAt("1/two")).isEqualTo(now);
  }

  @Test
  void nobody_is_woken_for_what_is_not_due() {
    database.inTransaction(() -> work.refreshPosts(List.of(ID)));
    wakings.set(0);

    database.inTransaction(() -> work.refreshPosts(List.of(ID)));

    assertThat(wakings).hasValue(0);
  }

  private Instant dueAt(String instance) {
    return database.with(handle ->
        handle
            .select("select execution_time from scheduled_tasks where task_instance = ?", instance)
            .mapTo(Instant.class)
            .one());
  }

  @Test
  void a_chat_that_has_some_channels_gets_the_work_of_those_and_of_what_it_shows_already() {
    var now = clock.instant();
    replica.intake().take(List.of(Webhooks.firing("cpu", now, now)));
    var here = mirrored("incidents");
    var elsewhere = mirrored("alerts");
    database.with(handle -> handle.execute("delete from scheduled_tasks"));

    database.inTransaction(() -> elsewhere.refreshPosts(List.of(ID)));
    assertThat(instances()).containsExactly("1/web");

    database.inTransaction(() -> {
      here.refreshPosts(List.of(ID));
      here.append(List.of(reply("1:hello")));
    });
    assertThat(instances()).hasSize(4).contains("1/slack");

    database.with(handle -> handle.execute("delete from scheduled_tasks"));
    database.with(handle ->
        handle.execute("insert into incident_post values (1, 'slack', 'C1', '1.1', 1, now())"));
    database.inTransaction(() -> elsewhere.refreshPosts(List.of(ID)));
    assertThat(instances()).containsExactly("1/slack", "1/web");
  }

  private WorkRows mirrored(String channel) {
    var mirrors =
        new Mirrors(
            List.of("web"), List.of("slack"), () -> List.of(new Mirrors.Mirror(channel, "slack")));
    return new WorkRows(database, clock, mirrors, () -> {});
  }
}
