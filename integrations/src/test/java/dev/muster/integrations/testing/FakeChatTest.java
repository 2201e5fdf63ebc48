package dev.muster.integrations.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whoever guards the others is guarded too. */
class FakeChatTest {

  private static final Message ONE = Message.of("one");
  private static final Message TWO = Message.of("two");

  private final FakeChat chat = new FakeChat("fake");

  private void assertFails(String why) {
    assertThatThrownBy(chat::assertNothingElse)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(why);
  }

  @Test
  void messages_that_were_expected_are_no_fault() {
    var root = chat.post("c", Once.first("root"), 1, ONE);
    chat.edit(root, 2, TWO);
    chat.reply(root, Once.first("reply"), ONE);

    assertThat(chat.nextPost("c").ref()).isEqualTo(root);
    assertThat(chat.awaitVersion(root, 2).text()).isEqualTo("two");
    assertThat(chat.nextReply(root).text()).isEqualTo("one");
    chat.assertNothingElse();
  }

  @Test
  void a_message_that_nobody_expected_fails() {
    chat.post("c", Once.first("root"), 1, ONE);

    assertFails("unexpected messages");
  }

  @Test
  void a_key_that_comes_again_fails() {
    chat.post("c", Once.first("root"), 1, ONE);
    chat.post("c", Once.first("root"), 1, ONE);
    chat.nextPost("c");

    assertFails("sent again");
  }

  @Test
  void an_edit_that_comes_again_or_too_late_fails() {
    var root = chat.post("c", Once.first("root"), 2, ONE);
    chat.edit(root, 2, ONE);
    assertFails("edited again");

    chat.edit(root, 1, ONE);
    assertFails("older edit");
  }

  @Test
  void an_edit_of_nothing_fails() {
    var nothing = new PostRef("fake", "c", "m99");

    assertThatThrownBy(() -> chat.edit(nothing, 1, ONE)).isInstanceOf(ChatException.class);

    assertFails("no such post");
  }

  @Test
  void after_a_lost_answer_the_same_may_be_asked_once_more() {
    chat.loseNextAnswers(1);
    assertThatThrownBy(() -> chat.post("c", Once.first("root"), 1, ONE))
        .isInstanceOf(ChatException.class);

    chat.post("c", new Once("root", true), 2, TWO);

    assertThat(chat.nextPost("c").text()).isEqualTo("two");
    chat.assertNothingElse();
    chat.post("c", Once.first("root"), 2, TWO);
    assertFails("sent again");
  }

  @Test
  void a_refused_message_is_not_there() {
    chat.refuseNext(1);

    assertThatThrownBy(() -> chat.post("c", Once.first("root"), 1, ONE))
        .isInstanceOf(ChatException.class);

    chat.assertNothingElse();
  }

  @Test
  void a_call_that_is_held_goes_on_when_the_gate_opens() {
    var gate = new Gate();
    chat.holdAt(gate);
    var post = CompletableFuture.supplyAsync(() -> chat.post("c", Once.first("root"), 1, ONE));

    gate.awaitSomebody();
    chat.assertNothingElse();
    gate.open();

    assertThat(chat.nextPost("c").ref()).isEqualTo(post.join());
  }
}
