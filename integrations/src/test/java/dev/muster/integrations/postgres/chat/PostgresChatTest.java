package dev.muster.integrations.postgres.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.ChatMessage;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import dev.muster.commands.chat.Span;
import dev.muster.commands.store.PageRequest;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresChatTest {

  private static final Message FIRST = Message.of("first");
  private static final Message SECOND = Message.of("second");

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final PostgresChat chat = new PostgresChat(replica.database(), clock);
  private final PostgresChatHistory history = new PostgresChatHistory(replica.database(), clock);

  @AfterEach
  void close() {
    replica.close();
  }

  private ChatMessage find(PostRef post) {
    return history.find(Long.parseLong(post.message())).orElseThrow();
  }

  private long messages() {
    return replica.count("select count(*) from chat_message");
  }

  @Test
  void a_message_of_every_kind_of_part_comes_back_as_it_was_posted() {
    var message =
        Message.of(
            "fallback",
            new Block.Heading(
                Block.Mark.of(CanonicalSeverity.HIGH), "<b>@everyone</b>", Optional.of("#7")),
            new Block.Heading(Block.Mark.NONE, "plain", Optional.empty()),
            Block.line(
                Span.text("text "),
                Span.strong("strong"),
                Span.code("/incident ack 7"),
                new Span.Link("link", "https://example.com/?a=1&b=2"),
                Span.time(TestClock.START)),
            new Block.Fields(List.of(new Block.Field("env", "prod \"x\""))),
            new Block.Buttons(
                List.of(
                    Block.Button.primary("Acknowledge", "/incident ack 7"),
                    new Block.Button(
                        "Resolve", "/incident resolve 7", false, Optional.of("Sure?")))));

    var post = chat.post("incidents", Once.first("k"), 1, message);

    assertThat(find(post).message()).isEqualTo(message);
  }

  @Test
  void the_same_key_makes_no_second_message() {
    var post = chat.post("incidents", Once.first("k"), 1, FIRST);
    var again = chat.post("incidents", Once.first("k"), 1, FIRST);

    assertThat(again).isEqualTo(post);
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void the_same_key_with_a_newer_version_brings_the_first_message_up_to_it() {
    var post = chat.post("incidents", Once.first("k"), 1, FIRST);

    chat.post("incidents", Once.first("k"), 2, SECOND);

    assertThat(find(post).message()).isEqualTo(SECOND);
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void the_same_key_with_an_older_version_changes_nothing() {
    var post = chat.post("incidents", Once.first("k"), 2, SECOND);

    chat.post("incidents", Once.first("k"), 1, FIRST);

    assertThat(find(post).message()).isEqualTo(SECOND);
  }

  @Test
  void the_same_key_at_once_by_many_is_one_message() throws Exception {
    var calls = new ArrayList<Callable<PostRef>>();
    for (var i = 0; i < 20; i++) {
      calls.add(() -> chat.post("incidents", Once.first("k"), 1, FIRST));
    }

    var answers = new HashSet<PostRef>();
    try (var executor = Executors.newFixedThreadPool(6)) {
      for (var answer : executor.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).hasSize(1);
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void an_edit_shows_the_newer_version_and_when() {
    var post = chat.post("incidents", Once.first("k"), 1, FIRST);
    clock.advance(Duration.ofMinutes(2));

    chat.edit(post, 2, SECOND);

    var shown = find(post);
    assertThat(shown.message()).isEqualTo(SECOND);
    assertThat(shown.postedAt()).isEqualTo(TestClock.START);
    assertThat(shown.editedAt()).contains(clock.instant());
  }

  @Test
  void an_edit_that_is_older_than_what_is_shown_is_ignored() {
    var post = chat.post("incidents", Once.first("k"), 5, FIRST);

    chat.edit(post, 4, SECOND);
    chat.edit(post, 5, SECOND);

    assertThat(find(post).message()).isEqualTo(FIRST);
    assertThat(find(post).editedAt()).isEmpty();
  }

  @Test
  void a_reply_stands_in_the_thread_of_its_root_and_once() {
    var root = chat.post("incidents", Once.first("root"), 1, FIRST);

    chat.reply(root, Once.first("reply"), SECOND);
    chat.reply(root, Once.first("reply"), SECOND);

    var thread = history.thread(Long.parseLong(root.message()), 10);
    assertThat(thread).extracting(ChatMessage::message).containsExactly(SECOND);
    assertThat(history.roots("incidents", PageRequest.first(10)).items())
        .singleElement()
        .satisfies(message -> assertThat(message.replies()).isEqualTo(1));
  }

  @Test
  void what_is_posted_in_a_transaction_that_fails_is_not_there() {
    try {
      replica
          .database()
          .inTransaction(() -> {
            chat.post("incidents", Once.first("k"), 1, FIRST);
            throw new IllegalStateException("no");
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("no");
    }

    assertThat(messages()).isZero();
  }
}
