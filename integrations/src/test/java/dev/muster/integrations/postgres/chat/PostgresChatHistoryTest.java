package dev.muster.integrations.postgres.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.ChatMessage;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Place;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.store.UnknownCursor;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresChatHistoryTest {

  private static final Person DEVOPS =
      new Person(new PersonId("devops"), "DevOps Engineer", ZoneOffset.UTC, Set.of());

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final PostgresChat chat = new PostgresChat(replica.database(), clock);
  private final PostgresChatHistory history = new PostgresChatHistory(replica.database(), clock);

  @AfterEach
  void close() {
    replica.close();
  }

  private ChatMessage say(String channel, Optional<String> thread, String text) {
    return history.say(new Invocation(DEVOPS, new Place("web", channel, thread), text, "r1"));
  }

  @Test
  void what_somebody_says_is_kept_with_who_said_it() {
    var said = say("random", Optional.empty(), "<script>hello</script>");

    assertThat(said.author()).contains("devops");
    assertThat(said.channel()).isEqualTo("random");
    assertThat(said.thread()).isEmpty();
    assertThat(said.message()).isEqualTo(Message.of("<script>hello</script>"));
    assertThat(said.postedAt()).isEqualTo(TestClock.START);
    assertThat(history.find(said.id())).contains(said);
  }

  @Test
  void the_newest_of_each_channel_is_no_answer_and_nothing_where_nobody_spoke() {
    var first = say("random", Optional.empty(), "first");
    var last = say("random", Optional.empty(), "last");
    say("random", Optional.of(Long.toString(first.id())), "an answer");
    var elsewhere = say("general", Optional.empty(), "elsewhere");

    assertThat(history.newest(List.of("general", "quiet", "random")))
        .containsOnly(Map.entry("random", last.id()), Map.entry("general", elsewhere.id()));
  }

  @Test
  void the_same_said_twice_is_said_twice() {
    say("random", Optional.empty(), "ok");
    say("random", Optional.empty(), "ok");

    assertThat(history.roots("random", PageRequest.first(10)).items()).hasSize(2);
  }

  @Test
  void an_answer_stands_in_its_thread_and_not_in_the_channel() {
    var root = chat.post("incidents", Once.first("root"), 1, Message.of("root"));

    say("incidents", Optional.of(root.message()), "I look");

    assertThat(history.roots("incidents", PageRequest.first(10)).items()).hasSize(1);
    assertThat(history.thread(Long.parseLong(root.message()), 10))
        .extracting(message -> message.message().fallback())
        .containsExactly("I look");
  }

  @Test
  void of_a_long_thread_the_end_is_shown_oldest_first() {
    var root = chat.post("incidents", Once.first("root"), 1, Message.of("root"));
    for (var i = 0; i < 10; i++) {
      say("incidents", Optional.of(root.message()), "answer " + i);
    }

    assertThat(history.thread(Long.parseLong(root.message()), 3))
        .extracting(message -> message.message().fallback())
        .containsExactly("answer 7", "answer 8", "answer 9");
  }

  @Test
  void a_place_that_no_list_gave_out_is_refused() {
    assertThatThrownBy(() -> history.roots("random", new PageRequest(10, Optional.of("banana"))))
        .isInstanceOf(UnknownCursor.class);
  }

  @Test
  void a_channel_is_paged_newest_first_without_gaps_or_repeats() {
    for (var i = 0; i < 25; i++) {
      say("random", Optional.empty(), "m" + i);
      say("elsewhere", Optional.empty(), "x");
    }

    var seen = new ArrayList<String>();
    var page = history.roots("random", PageRequest.first(10));
    page.items().forEach(message -> seen.add(message.message().fallback()));
    while (page.nextCursor().isPresent()) {
      page = history.roots("random", new PageRequest(10, page.nextCursor()));
      page.items().forEach(message -> seen.add(message.message().fallback()));
    }

    assertThat(seen).hasSize(25).doesNotHaveDuplicates().startsWith("m24").endsWith("m0");
  }
}
