package dev.muster.bot.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.Configs;
import dev.muster.bot.health.WatchedChat.Failure;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.ChatException.Outcome;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatNoticesTest {

  private static final Failure ARCHIVED =
      new Failure(
          "slack",
          "incidents",
          Outcome.REFUSED,
          "unarchive it",
          Instant.parse("2026-04-04T15:10:00Z"));

  private static final Config CONFIG =
      Configs.with("notices: alerts\nroutes: [{notify: [\"channel:alerts\"]}]");

  private final List<String> said = new ArrayList<>();

  private void tell(Failure failure, boolean... chats) {
    var all = new ArrayList<Chat>();
    for (var has : chats) {
      all.add(new Listening(has));
    }
    new ChatNotices(all, () -> CONFIG, Runnable::run).accept(failure);
  }

  @Test
  void the_channel_of_notices_hears_where_what_and_that_nothing_is_lost() {
    tell(ARCHIVED, true);
    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("alerts chat-trouble:slack:incidents:")
        .contains("Muster cannot write to #incidents in slack: unarchive it.")
        .contains("tried again every minute");
  }

  @Test
  void a_chat_without_that_channel_is_left_alone() {
    tell(ARCHIVED, false, true);
    assertThat(said).hasSize(1);
  }

  @Test
  void the_same_a_day_later_is_said_again_and_on_the_same_day_has_the_same_key() {
    tell(ARCHIVED, true);
    tell(ARCHIVED, true);
    var later = ARCHIVED.at().plusSeconds(86_400);
    tell(new Failure("slack", "incidents", Outcome.REFUSED, "unarchive it", later), true);
    var keys = said.stream().map(it -> it.split(" ")[1]).distinct().toList();
    assertThat(keys).hasSize(2);
  }

  @Test
  void a_chat_that_refuses_the_notice_keeps_it_from_no_other() {
    var deaf =
        new Listening(true) {
          @Override
          public PostRef post(String channel, Once once, long version, Message message) {
            throw new ChatException("away", null);
          }
        };
    new ChatNotices(List.of(deaf, new Listening(true)), () -> CONFIG, Runnable::run)
        .accept(ARCHIVED);
    assertThat(said).hasSize(1);
  }

  private class Listening implements Chat {
    private final boolean hasIt;

    Listening(boolean hasIt) {
      this.hasIt = hasIt;
    }

    @Override
    public String platform() {
      return "web";
    }

    @Override
    public boolean has(String channel) {
      return hasIt;
    }

    @Override
    public PostRef post(String channel, Once once, long version, Message message) {
      said.add(channel + " " + once.key() + " " + message);
      return new PostRef("web", channel, "1");
    }

    @Override
    public void edit(PostRef post, long version, Message message) {
      throw new AssertionError("nothing is edited");
    }

    @Override
    public PostRef reply(PostRef root, Once once, Message message) {
      throw new AssertionError("nothing is replied to");
    }
  }
}
