package dev.muster.integrations.postgres.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.LiveUpdates.Update;
import dev.muster.commands.chat.Message;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one replica posts, another hears of. */
class PostgresLiveUpdatesTest {

  private final TestClock clock = new TestClock();
  private final TestReplica posting = TestReplica.onNewDatabase(clock);
  private final TestReplica listening = posting.sibling();
  private final PostgresChat chat = new PostgresChat(posting.database(), clock);
  private final PostgresLiveUpdates live = new PostgresLiveUpdates(listening.address());
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Update> heard = new CopyOnWriteArrayList<>();

  @BeforeEach
  void listen() {
    live.subscribe(heard::add);
    live.start(executor);
    await().until(() -> heard.contains(new Update.Missed()));
    heard.clear();
  }

  @AfterEach
  void close() {
    live.close();
    executor.close();
    listening.close();
    posting.close();
  }

  @Test
  void a_post_a_reply_and_an_edit_are_each_told_with_their_place() {
    var root = chat.post("incidents", Once.first("root"), 1, Message.of("root"));
    var reply = chat.reply(root, Once.first("reply"), Message.of("reply"));
    chat.edit(root, 2, Message.of("edited"));

    var rootId = Long.parseLong(root.message());
    await().until(() -> heard.size() == 3);
    assertThat(heard)
        .containsExactly(
            new Update.MessageChanged("incidents", rootId, Optional.empty()),
            new Update.MessageChanged(
                "incidents", Long.parseLong(reply.message()), Optional.of(rootId)),
            new Update.MessageChanged("incidents", rootId, Optional.empty()));
  }

  @Test
  void what_is_not_committed_or_changes_nothing_is_not_told() {
    var root = chat.post("incidents", Once.first("root"), 2, Message.of("root"));
    chat.post("incidents", Once.first("root"), 2, Message.of("root"));
    chat.edit(root, 1, Message.of("older"));
    assertThat(rolledBackPost()).isTrue();

    var last = chat.post("incidents", Once.first("last"), 1, Message.of("last"));

    var lastTold =
        new Update.MessageChanged("incidents", Long.parseLong(last.message()), Optional.empty());
    await().until(() -> heard.contains(lastTold));
    assertThat(heard).hasSize(2);
  }

  @Test
  void a_listener_that_breaks_disturbs_no_other_and_not_the_next_update() {
    live.subscribe(update -> {
      throw new IllegalStateException("the page is gone");
    });

    chat.post("incidents", Once.first("one"), 1, Message.of("one"));
    chat.post("incidents", Once.first("two"), 1, Message.of("two"));

    await().until(() -> heard.size() == 2);
  }

  @Test
  void after_the_end_of_a_subscription_nothing_is_told() {
    var ended = new CopyOnWriteArrayList<Update>();
    live.subscribe(ended::add).close();

    chat.post("incidents", Once.first("one"), 1, Message.of("one"));

    await().until(() -> heard.size() == 1);
    assertThat(ended).isEmpty();
  }

  @Test
  void after_a_lost_connection_it_listens_again_and_says_that_updates_were_missed() {
    posting
        .database()
        .with(handle ->
            handle.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where query = 'listen muster_chat' and datname = current_database()"));

    await().until(() -> heard.contains(new Update.Missed()));
    chat.post("incidents", Once.first("one"), 1, Message.of("one"));

    await().until(() -> heard.size() == 2);
  }

  @Test
  void a_server_that_vanishes_without_a_word_is_found_out() {
    try (var wire = CutWire.to(listening.address());
        var there = new PostgresLiveUpdates(wire.address(), Duration.ofSeconds(1))) {
      var heardThere = new CopyOnWriteArrayList<Update>();
      there.subscribe(heardThere::add);
      there.start(executor);
      await().until(() -> heardThere.contains(new Update.Missed()));
      heardThere.clear();

      wire.cut();

      await().until(() -> heardThere.contains(new Update.Missed()));
      chat.post("incidents", Once.first("one"), 1, Message.of("one"));
      await().until(() -> heardThere.size() == 2);
    }
  }

  @Test
  void not_even_an_error_in_a_listener_makes_it_deaf() {
    live.subscribe(update -> {
      throw new StackOverflowError("deep");
    });

    chat.post("incidents", Once.first("one"), 1, Message.of("one"));
    chat.post("incidents", Once.first("two"), 1, Message.of("two"));

    await().until(() -> heard.size() == 2);
  }

  private boolean rolledBackPost() {
    try {
      posting
          .database()
          .inTransaction(() -> {
            chat.post("incidents", Once.first("never"), 1, Message.of("never"));
            throw new IllegalStateException("no");
          });
      return false;
    } catch (IllegalStateException expected) {
      return true;
    }
  }
}
